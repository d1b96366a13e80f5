import { element, say } from 'forum-terms/kit/dom';
import { nextSentence, nowSentence } from 'forum-terms/partners/member/standing';
import type { Standing } from 'forum-terms/partners/member/strike-model';

const tones: Record<string, string> = { good: 'bg-success', notified: 'bg-warning', held: 'bg-warning', review: 'bg-danger' };
const day = (at: number) => new Date(at).toLocaleDateString(config.userLang, { dateStyle: 'medium' });

/** A bar from zero to the next stage; full if points alone are not missing, or at the last stage. */
async function meter({ points, stage, next }: Standing): Promise<HTMLElement> {
	const most = Math.max(1, points + (next?.points ?? 0));
	const bar = element('div', { class: `progress-bar ${tones[stage] ?? 'bg-danger'}` });
	bar.style.width = `${Math.round((points / most) * 100)}%`;
	return element('div', {
		class: 'progress mb-2', role: 'meter', 'aria-label': await say('forum-terms:partner.strikes-meter'),
		'aria-valuemin': '0', 'aria-valuemax': String(most), 'aria-valuenow': String(points),
		'aria-valuetext': await say('forum-terms:partner.strikes-meter-text', points, most),
	}, bar);
}

/** The account's standing: in words, as a bar, the next stage, and when points go down. */
export async function standingBox(standing: Standing): Promise<HTMLElement> {
	const { heldSince, easesAt } = standing;
	const sentences = [
		await nextSentence(standing),
		heldSince === null ? '' : await say('forum-terms:partner.strikes-held', day(heldSince)),
		easesAt === null ? '' : await say('forum-terms:partner.strikes-eases', day(easesAt)),
	];
	return element('div', { class: 'border rounded p-3 mb-4', 'data-role': 'standing' },
		element('p', { class: 'fw-semibold mb-2' }, await nowSentence(standing)),
		await meter(standing),
		...sentences.filter(sentence => sentence !== '').map(sentence => element('p', { class: 'mb-1' }, sentence)));
}
