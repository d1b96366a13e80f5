import type { ClauseId } from '../kernel/clause';
import { done, refused, type Outcome } from '../kernel/outcome';
import type { Members } from '../kernel/host/ports';
import { refuse } from '../kernel/refusal';

/** A decision that somebody speaks against: who took it, and who could look at it again. */
export interface Contested {
	/** Who decided; 0 where that was nobody. */
	first: number;
	clause: ClauseId;
	/** People with the right, as far as they are found in one read; only the first of very many are asked. */
	withRight(): Promise<readonly number[]>;
	/** Whether somebody has the right at this moment and is not one of those it is about. */
	may(uid: number): Promise<boolean>;
}

/**
 * One rule for every appeal and every answer: whoever decided does not judge what is said against it. Another person
 * with the right does; where there is none, an administrator; where that is the same person, they may, and it is said.
 */
export interface SecondDeciders {
	/** Refused by the names of those who can; `isAlone`: there is nobody else, which goes on record. */
	judge(by: number, contested: Contested): Promise<Outcome<{ isAlone: boolean }>>;
	/** Those who can beside the first one, administrators last; at most `count`. */
	others(contested: Contested, count: number): Promise<number[]>;
}

const mostAsked = 50;
const mostNamed = 5;

export function secondDeciders(members: Pick<Members, 'inGroups' | 'profiles'>): SecondDeciders {
	async function others({ first, withRight, may }: Contested, count: number): Promise<number[]> {
		const lists = await Promise.all([withRight(), members.inGroups(['administrators'])]);
		const asked = new Set(lists.flatMap(uids => uids.slice(0, mostAsked)));
		const found: number[] = [];
		for (const uid of asked) {
			if (found.length < count && uid !== first && await may(uid)) {
				found.push(uid);
			}
		}
		return found;
	}
	return {
		others,
		async judge(by, contested) {
			if (by !== contested.first) {
				return done({ isAlone: false });
			}
			const able = await others(contested, mostNamed);
			const names = (await members.profiles(able)).flatMap(person => (person ? [person.username] : []));
			return able.length === 0 ? done({ isAlone: true }) :
				refused(refuse('decision-own', [names.join(', '), contested.clause], { clause: contested.clause }));
		},
	};
}
