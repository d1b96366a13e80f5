import type { Host } from '../../kernel/host/ports';
import { atOnce, now } from '../../kernel/host/soon';
import type { SecurityPlaceLookup } from '../../kernel/offers/security-place';
import { refuse } from '../../kernel/refusals/refusal';
import type { Reviewer, Submission } from '../../kernel/slice/review';
import { isOnlyTemplate } from '../rules/template';
import type { CategoryMaps } from './category-map';

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
	const categoryOf = atOnce(function* ({ act, place }: Submission, uid: number) {
		switch (act) {
			case 'topic': return Number(place.cid);
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

	return {
		slice: 'categories',
		mayHold: false,
		review: atOnce(function* (submission) {
			const { author, origin, text } = submission;
			const written = text.sourceContent || text.content;
			if (author.kind !== 'member' || origin === 'queue-approval' || !written) {
				return [];
			}
			const { byCid, hasTemplates } = yield* now(maps.read());
			const cid = hasTemplates ? yield* now(categoryOf(submission, author.uid)) : null;
			const template = cid === null ? '' : byCid.get(cid)?.template ?? '';
			const isAsked = template !== '' && isOnlyTemplate(written, template) &&
				!(yield* now(isSecurityPlace({ cid: String(cid) })));
			return !isAsked ? [] : [{ outcome: 'ask', refusal: refuse('template-untouched', [], { field: 'content' }) }];
		}),
	};
}
