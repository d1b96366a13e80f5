import type { Log } from '../../kernel/host/ports';
import type { Trim } from '../../kernel/slice/routes';
import { placeOf } from './host-functions';

type Call = ((...given: unknown[]) => Promise<unknown>) & { [untrimmed]?: Call };

const untrimmed = Symbol('forum-terms: as NodeBB has it');

/**
 * Puts what slices take out of NodeBB's answers behind its own functions: NodeBB has no hook there. The answer arrives
 * in any case. HOST: src/controllers/write/posts.js, src/api/posts.js and src/posts/diffs.js look a function up in its
 * module when they call it.
 */
export function mountTrims(trims: readonly Trim[], log: Log): void {
	for (const { call: name, trim } of trims) {
		try {
			const { holder, name: own } = placeOf(name);
			const found = holder[own] as Call;
			const original = found[untrimmed] ?? found;
			const call: Call = async (...given) => {
				const answer = await original(...given);
				if (typeof answer === 'object' && answer !== null) {
					await Promise.resolve(trim(answer as Record<string, unknown>)).catch((error: unknown) => log.error('trims', name, error));
				}
				return answer;
			};
			call[untrimmed] = original;
			holder[own] = call;
		} catch (error) {
			log.error('trims', name, error);
		}
	}
}
