import type { Host } from '../kernel/ports';
import { refused, type Outcome } from '../kernel/outcome';
import { refuse } from '../kernel/refusal';

const tries = 50;
const pauseMs = 100;

/** One change at a time over all processes: waits for its turn, and says so when it does not come. */
export function inTurn(name: string, { locks, pause }: Pick<Host, 'locks' | 'pause'>) {
	return async <T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
		for (let i = 0; i < tries; i += 1) {
			const result = await locks.exclusively(name, work);
			if (result) {
				return result;
			}
			await pause(pauseMs);
		}
		return refused(refuse('licence-busy'));
	};
}
