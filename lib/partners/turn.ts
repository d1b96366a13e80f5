import { refused, type Outcome } from '../kernel/outcome';
import type { Host } from '../kernel/ports';
import { refuse } from '../kernel/refusal';

const tries = 50;

/** One change at a time over all processes; whoever cannot get his turn within five seconds is told to try again. */
export async function inTurn<T>(
	{ locks, pause }: Pick<Host, 'locks' | 'pause'>, name: string, work: () => Promise<Outcome<T>>,
	busy: 'partner-busy' | 'licence-busy' = 'partner-busy',
): Promise<Outcome<T>> {
	for (let i = 0; i < tries; i += 1) {
		const result = await locks.exclusively(name, work);
		if (result) {
			return result;
		}
		await pause(100);
	}
	return refused(refuse(busy));
}
