import type { Places } from 'forum-terms/checklist/admin/desk';
import { askInDialog } from 'forum-terms/kit/dialog';
import { element, say } from 'forum-terms/kit/dom';
import { request } from 'forum-terms/kit/request';

type Chosen = Places['recordOnly'];

/**
 * The effect of a map of places; `topics` and `replies` are numbers of categories, the rest counts the last 30 days.
 */
interface Forecast {
	topics: number; replies: number; started: number; members: number; exempt: number; chosen: Chosen;
}

const text = (name: string, ...values: number[]) => say(`admin/plugins/forum-terms:place-forecast.${name}`, ...values);

export const forecastOf = (places: Places): Promise<Forecast> =>
	request<Forecast>('POST', '/admin/checklist-places/forecast', places);

/** Says whom the checklists will stop, then saves after a yes; `save` gets the categories to record only. */
export async function askToStop(
	{ topics, replies, started, members, exempt, chosen }: Forecast, save: (recorded: Chosen) => Promise<void>,
): Promise<void> {
	const record = element('input', {
		class: 'form-check-input', type: 'checkbox', id: 'places-record', 'aria-describedby': 'places-record-help',
	});
	const lines = [
		...topics > 0 ? [await text('topics', topics), await text('started', started, members)] : [],
		...topics > 0 && exempt > 0 ? [await text('exempt', exempt)] : [],
		...replies > 0 ? [await text('replies', replies)] : [],
		await text('security'),
	];
	await askInDialog({
		id: 'forum-terms-places', title: await text('title'), send: { label: await text('button'), action: 'save-places' },
		body: [
			element('ul', { 'data-role': 'place-forecast' }, ...lines.map(line => element('li', {}, line))),
			element('div', { class: 'form-check mb-3' }, record,
				element('label', { class: 'form-check-label', for: record.id }, await text('record')),
				element('div', { class: 'form-text', id: 'places-record-help' }, await text('record-help'))),
		],
		async answer() {
			await save(record.checked ? chosen : { topics: [], replies: [] });
			return true;
		},
	});
}
