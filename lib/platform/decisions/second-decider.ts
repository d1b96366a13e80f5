import type { ClauseId } from '../../kernel/refusals/clause';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Members } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';

/** A contested decision: who made it, and who could review it. */
export interface Contested {
	/**
	 * Everybody who decided it or reported what it is about; 0 counts as nobody. From our records and the forum's
	 * reports, never from a request.
	 */
	parties(): Promise<readonly number[]>;
	clause: ClauseId;
	/** People with the right to decide; of very many only the first. */
	withRight(): Promise<readonly number[]>;
	/** Whether somebody has the right now and is not a party. */
	may(uid: number): Promise<boolean>;
}

/**
 * The rule for every appeal and answer: who decided or reported it does not judge the objection. Somebody else with the
 * right does; if there is nobody, an administrator; if all of them are parties, they may, and the record says so.
 */
export interface SecondDeciders {
	/** The refusal names those who can. `isAlone`: nobody else can, which is recorded. */
	judge(by: number, contested: Contested): Promise<Outcome<{ isAlone: boolean }>>;
	/** Those who can and are not parties, administrators last; at most `count`. */
	others(contested: Contested, count: number): Promise<number[]>;
}

const mostAsked = 50;
const mostNamed = 5;

export function secondDeciders(members: Pick<Members, 'inGroups' | 'profiles'>): SecondDeciders {
	async function others({ parties, withRight, may }: Contested, count: number): Promise<number[]> {
		const [involved, ...lists] = await Promise.all([parties(), withRight(), members.inGroups(['administrators'])]);
		const asked = new Set(lists.flatMap(uids => uids.slice(0, mostAsked)));
		const found: number[] = [];
		for (const uid of asked) {
			if (found.length < count && !involved.includes(uid) && await may(uid)) {
				found.push(uid);
			}
		}
		return found;
	}
	return {
		others,
		async judge(by, contested) {
			if (!(await contested.parties()).includes(by)) {
				return done({ isAlone: false });
			}
			const able = await others(contested, mostNamed);
			const names = (await members.profiles(able)).flatMap(person => (person ? [person.username] : []));
			return able.length === 0 ? done({ isAlone: true }) :
				refused(refuse('decision-own', [names.join(', ')], { clause: contested.clause }));
		},
	};
}
