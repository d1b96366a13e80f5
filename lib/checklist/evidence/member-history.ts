import { emptyBody } from '../../kernel/slice/body';
import { uidOf } from '../../kernel/host/member';
import { done } from '../../kernel/refusals/outcome';
import { route, type Route } from '../../kernel/slice/routes';
import { answerText } from './evidence';
import type { EvidenceStore } from './store';
import { textFor } from '../profiles/item';
import type { MemberMemories } from '../asking/member-memory';
import type { ChecklistStore } from '../profiles/store';

/** A member's own answers, for their page and export. */
export function memberHistory(
	{ evidence, memories, store }: { evidence: EvidenceStore; memories: MemberMemories; store: ChecklistStore },
) {
	/** The latest `most` records, newest first. */
	async function of(uid: number, language: string, most: number) {
		const [{ answers }, waivers, records, profiles] = await Promise.all([
			memories.of(uid), memories.waivers(uid), most > 0 ? evidence.ofMember(uid, most) : [], store.profiles(),
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
	}
	return { of, records: (uid: number) => evidence.allOfMember(uid) };
}

/** Deletes a member's remembered answers; their posts keep theirs. */
export function memoryRoute({ memories }: { memories: MemberMemories }): Route {
	return route({
		method: 'delete', path: '/me/checklist-memory', access: 'member', body: emptyBody,
		async handle({ actor }) {
			await memories.forgetAnswers(uidOf(actor));
			return done({});
		},
	});
}
