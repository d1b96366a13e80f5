import type { RulesLookup } from '../kernel/offers/category-rules';
import type { CategorySuggestions } from '../kernel/offers/category-suggestion';
import type { ChecklistLookup } from '../kernel/offers/checklist-form';
import type { DecisionBook } from '../kernel/offers/decision-book';
import type { OwedLookup } from '../kernel/offers/owed';
import type { Host } from '../kernel/host/ports';
import type { Soon } from '../kernel/host/soon';
import type { Refusal } from '../kernel/refusals/refusal';
import type { Act, Submission, Reviewer } from '../kernel/slice/review';
import { quietJob, type Slice } from '../kernel/slice/slice';
import type { Forum } from '../platform/forum/forum';
import { composeForm } from './compose-form';
import { door } from './door';
import { postingGuards } from './guards';
import { queueDecider } from './holds/decider';
import { heldPosts } from './holds/held-posts';
import { holdHooks } from './holds/hooks';
import { postingHooks } from './hooks';
import { promises } from './promise';
import { postingRoutes } from './routes';
import { staffMarkHooks } from './staff-mark';

/** The other slices' reviewers and offers that the door uses. */
export interface PostingNeighbours {
	reviewers: readonly Reviewer[];
	owedTo: OwedLookup;
	checklistOf: ChecklistLookup;
	barredAt(uid: number, act: Act, place: Submission['place']): Soon<Refusal | null>;
	suggestionFor: CategorySuggestions;
	rulesOf: RulesLookup;
	book: DecisionBook;
}

/** The one door for every way of writing. */
export function postingSlice(
	host: Host, forum: Pick<Forum, 'secret' | 'staffOf'>, { reviewers, owedTo, checklistOf, book, ...asked }: PostingNeighbours,
): Slice {
	const { places, translate } = host;
	const promised = promises({
		database: host.database, clock: host.clock, nonce: () => host.nonce(), secret: forum.secret,
		categoryOf: place => places.categoryOf(place),
	});
	const one = door(reviewers, { promised, queue: host.queue });
	const decider = queueDecider(host.callScope);
	const holds = holdHooks(heldPosts({ book, host }), decider);
	return {
		name: 'posting', clause: '2',
		hooks: { ...postingHooks(one, host, holds.holding), ...holds.hooks, ...staffMarkHooks(forum) },
		routes: postingRoutes({ ...asked, door: one, owedTo, checklistOf, places, translate }),
		forms: [composeForm(one, { owedTo, checklistOf, rulesOf: asked.rulesOf })],
		guards: [...postingGuards(one, host.topics), ...decider.guards],
		jobs: [quietJob('promises', '31 * * * *', () => promised.sweep())],
	};
}
