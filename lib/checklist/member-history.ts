import type { ChecklistHistoryLookup } from '../kernel/checklist-history';
import { emptyBody } from '../kernel/body';
import { uidOf } from '../kernel/member';
import { done } from '../kernel/outcome';
import { route, type Route } from '../kernel/routes';
import { answerText, type Evidence } from './evidence';
import { textFor } from './item';
import type { ChecklistParts } from './parts';

/** What is on record of a member's answers, for his own page and his own export. */
export function memberHistory(
	{ evidence, memories, store }: Pick<ChecklistParts, 'evidence' | 'memories' | 'store'>,
): ChecklistHistoryLookup {
	async function recordsOf(uid: number, most: number): Promise<Evidence[]> {
		if (Number.isFinite(most)) {
			return most > 0 ? evidence.ofMember(uid, most) : [];
		}
		const found: Evidence[] = [];
		for await (const some of evidence.allOfMember(uid)) {
			found.push(...some);
		}
		return found;
	}

	return async (uid, language, most) => {
		const [{ answers }, waivers, records, profiles] = await Promise.all([
			memories.of(uid), memories.waivers(uid), recordsOf(uid, most), store.profiles(),
		]);
		const items = profiles.flatMap(profile => profile.items);
		return {
			remembered: Object.entries(answers).map(([key, value]) => {
				const item = items.find(candidate => candidate.key === key);
				return {
					key, value, prompt: textFor(item?.prompt, language) || key,
					text: item ? answerText(item, value, language) : '',
				};
			}),
			waivers: waivers.map(({ key, reason, at, until }) => ({ key, reason, at, until })),
			records,
		};
	};
}

/** A member takes back what the forum remembers of his answers; what he posted with them stays. */
export function memoryRoute({ memories }: Pick<ChecklistParts, 'memories'>): Route {
	return route({
		method: 'delete', path: '/me/checklist-memory', access: 'member', body: emptyBody,
		async handle({ actor }) {
			await memories.forgetAnswers(uidOf(actor));
			return done({});
		},
	});
}
