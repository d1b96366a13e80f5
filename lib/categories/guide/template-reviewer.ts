import type { Host } from '../../kernel/host/ports';
import { after, atOnce, now, type Soon } from '../../kernel/host/soon';
import type { SecurityPlaceLookup } from '../../kernel/offers/security-place';
import { refuse } from '../../kernel/refusals/refusal';
import type { Reason, Reviewer, Submission } from '../../kernel/slice/review';
import { isOnlyTemplate } from '../rules/template';
import type { CategoryMaps } from './category-map';

const nothing: readonly Reason[] = [];
const untouched: readonly Reason[] = [{ outcome: 'ask', refusal: refuse('template-untouched', [], { field: 'content' }) }];

interface Parts {
	maps: Pick<CategoryMaps, 'read'>;
	isSecurityPlace: SecurityPlaceLookup;
	host: Pick<Host, 'queue' | 'topics'>;
}

/**
 * A topic that says no more than the template of its category is as good as empty (clause 4): asked again when it is
 * posted, changed by its author, or changed in the queue. A security report is never asked.
 */
export function templateReviewer({ maps, isSecurityPlace, host }: Parts): Reviewer {
	/** The category of the topic whose text its own author writes; null for any other text. */
	const ofChange = atOnce(function* ({ act, place }: Submission, uid: number) {
		switch (act) {
			case 'edit': {
				const topic = place.pid === undefined ? null : yield* now(host.topics.ofMainPost(place.pid, 'title'));
				return topic?.uid === uid ? topic.cid : null;
			}
			case 'queue-edit': {
				const waiting = place.queued === undefined ? null : yield* now(host.queue.read(place.queued));
				return waiting?.uid === uid && waiting.act === 'topic' ? Number(place.cid ?? waiting.cid) : null;
			}
			default: return null;
		}
	});
	const categoryOf = (submission: Submission, uid: number): Soon<number | null> =>
		(submission.act === 'topic' ? Number(submission.place.cid) : ofChange(submission, uid));

	/** Whether the text is the template of its category, where nobody reports what is urgent. */
	const isUntouched = (written: string, template: string, cid: number | null): Soon<boolean> =>
		template !== '' && isOnlyTemplate(written, template) && after(isSecurityPlace({ cid: String(cid) }), isSecurity => !isSecurity);

	return {
		slice: 'categories',
		review(submission) {
			const { author, origin, text } = submission;
			const written = text.sourceContent || text.content;
			if (author.kind !== 'member' || origin === 'queue-approval' || !written) {
				return nothing;
			}
			return after(maps.read(), ({ byCid, hasTemplates }) => (!hasTemplates ? nothing :
				after(categoryOf(submission, author.uid), cid =>
					after(isUntouched(written, byCid.get(cid ?? 0)?.template ?? '', cid), isAsked => (isAsked ? untouched : nothing)))));
		},
	};
}
