import type { SuggestionNote } from '../kernel/offers/category-suggestion';
import type { TermsInForce } from '../kernel/offers/terms-in-force';
import type { DecisionBook } from '../kernel/offers/decision-book';
import type { Host } from '../kernel/host/ports';
import { readThrough } from '../kernel/host/read-through';
import type { Forum } from '../platform/forum/forum';
import { shownDeciders } from '../platform/decisions/shown-decider';
import { secondDeciders } from '../platform/decisions/second-decider';
import { askings } from './asking/asking';
import { effectStore } from './effect/store';
import { evidenceKeeper } from './evidence/keeper';
import { evidenceStore } from './evidence/store';
import { followUps } from './effect/follow-ups';
import { checklistForms } from './evidence/form';
import { knowledgeStore } from './profiles/knowledge';
import { measures } from './effect/measures';
import { memberMemories } from './asking/member-memory';
import { checklistSettings } from './profiles/settings';
import { similarTopics } from './asking/similar';
import { placeForecasts } from './profiles/place-forecast';
import { checklistStore } from './profiles/store';
import { checklistWaivers } from './desk/waivers';
import { visitStore } from './effect/visit-store';
import { visits } from './effect/visits';

/** What other slices provide. */
export interface ChecklistNeighbours {
	suggestionNote: SuggestionNote;
	termsInForce: TermsInForce;
	book: DecisionBook;
}

/** The services of clause 3. */
export function checklistServices(
	host: Host,
	forum: Pick<Forum, 'settings' | 'isExempt' | 'exemptGroups' | 'staffOf' | 'pace'>,
	{ suggestionNote, termsInForce, book }: ChecklistNeighbours,
) {
	const { database, clock } = host;
	const { settings: settingsOf, isExempt, exemptGroups, staffOf, pace } = forum;
	const settings = settingsOf(checklistSettings);
	const paths = readThrough<readonly number[]>(host.cache('forum-terms-category-paths', { max: 5000, ttlSeconds: 60 }),
		async cid => host.places.categoryPath(Number(cid)));
	const store = checklistStore(database, {
		current: host.cache('forum-terms-checklists', { max: 1, ttlSeconds: 60 }),
		earlier: host.cache('forum-terms-checklist-versions', { max: 100, ttlSeconds: 3600 }),
	}, cid => paths.get(String(cid)));
	const knowledge = knowledgeStore(database, host.cache('forum-terms-knowledge', { max: 1, ttlSeconds: 60 }), clock);
	const memories = memberMemories(host);
	const asking = askings({ store, knowledge, memories, settings });
	const evidence = evidenceStore(host);
	const keeper = evidenceKeeper({
		askings: asking, evidence, memories, isExempt, suggestionNote, termsInForce, host,
	});
	const effects = effectStore(database);
	const visit = visits({ store: visitStore(database), effects, settings, newId: () => host.nonce(), host });
	const followUp = followUps({ database, store, effects, settings, isExempt, staffOf, host });
	return {
		waivers: checklistWaivers({
			store, memories, evidence, keeper, book, deciders: secondDeciders(host.members), host,
		}),
		deciders: shownDeciders(forum), placeForecast: placeForecasts({ store, exemptGroups, host }),
		store, knowledge, memories, askings: asking, evidence, keeper, settings, isExempt, pace, host,
		similar: similarTopics({ settings, host }), visits: visit, followUps: followUp, effects,
		measures: measures({ askings: asking, visits: visit, followUps: followUp, effects, settings, isExempt, host }),
		checklistOf: checklistForms({ store, askings: asking, knowledge, memories, isExempt, termsInForce, host }),
		/** Drops cached category paths after a change. */
		forgetPaths: () => paths.forgetAll(),
	};
}
