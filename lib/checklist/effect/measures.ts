import type { Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { isEmpty, type ChecklistField } from '../asking/answers';
import type { Asking, Askings } from '../asking/asking';
import { dayOf, type EffectStore } from './store';
import type { FollowUps } from './follow-ups';
import type { Judgement } from '../asking/rules';
import type { ChecklistSettings } from '../profiles/settings';
import { countName } from './visit-rules';
import type { Visits } from './visits';
import { after, atOnce, now, type Soon } from '../../kernel/host/soon';

interface Parts {
	askings: Askings;
	visits: Visits;
	followUps: FollowUps;
	effects: EffectStore;
	settings: () => Soon<ChecklistSettings>;
	/** Members who are asked nothing are not counted. */
	isExempt: (uid: number) => Soon<boolean>;
	host: Pick<Host, 'clock' | 'log' | 'pause'>;
}

/** A new topic for the counters; `tid` is 0 while it is queued. */
export interface PostedTopic { tid: number; uid: number; cid: number; tags: readonly string[]; checklist: unknown }

/** Counts the effect of checklists on authors, where it happens. */
export interface Measures {
	/** A topic was posted; its visit is over. HOST: src/topics/create.js `post` does not wait for this hook. */
	topic(posted: PostedTopic): Soon<void>;
	/** These answers stopped a post. Counting must not fail the request, so its errors are only logged. */
	stopped(asking: Asking, judgements: readonly Judgement[]): Soon<void>;
}

export function measures({ askings, visits, followUps, effects, settings, isExempt, host }: Parts): Measures {
	async function count({ profile, share }: Asking, measure: string, judgements: readonly Judgement[]): Promise<void> {
		if (judgements.length > 0) {
			await effects.add(profile.id, dayOf(host.clock.now()), Object.fromEntries(judgements.map(({ item }) =>
				[countName(profile.version, share, measure, item.key), 1])));
		}
	}
	async function endVisit(
		uid: number, asking: Asking, { answers, visit }: ChecklistField, judgements: readonly Judgement[],
	): Promise<void> {
		if (visit) {
			const shown = judgements.map(({ item }) => item.key);
			await visits.posted(visit, uid, asking, shown, shown.filter(key => !isEmpty(answers[key])));
		}
	}

	async function countTopic(
		tid: number, uid: number, asking: Asking, given: ChecklistField, judgements: readonly Judgement[],
	): Promise<void> {
		await endVisit(uid, asking, given, judgements);
		if (tid > 0) {
			await count(asking, 'warned', judgements.filter(({ problem }) => problem === 'warned'));
			await followUps.keepShare(tid, asking.share);
		}
	}
	async function countBlocked(asking: Asking, blocked: readonly Judgement[]): Promise<void> {
		try {
			await ((await settings()).checklistMeasured ? count(asking, 'blocked', blocked) : undefined);
		} catch (error) {
			host.log.error('checklist', 'count', error);
		}
	}

	const measured = atOnce(function* (asking: Asking, { tid, uid, cid, tags, checklist }: PostedTopic) {
		if (!(yield* now(settings())).checklistMeasured) {
			return;
		}
		const decoded = askings.given(checklist);
		const given = decoded.ok ? decoded.value : { answers: {} };
		const judged = yield* now(askings.judge(asking, given, { tags, cid }));
		if (judged.ok && !(yield* now(isExempt(uid)))) {
			yield* now(countTopic(tid, uid, asking, given, judged.value.judgements));
		}
	});

	return {
		topic: posted => after(askings.of(posted.uid, posted.cid, 'topics'), asking =>
			(asking ? host.pause(0).then(() => measured(asking, posted)) : undefined)),
		stopped(asking, judgements) {
			const blocked = judgements.filter(({ problem }) => problem === 'blocked');
			return blocked.length > 0 ? countBlocked(asking, blocked) : undefined;
		},
	};
}

/** Tags as NodeBB passes them: a list, or text with commas. */
export function tagsIn(tags: unknown): string[] {
	return (Array.isArray(tags) ? tags.map(textOf) : textOf(tags).split(',')).filter(tag => tag !== '');
}
