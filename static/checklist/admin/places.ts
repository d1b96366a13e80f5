import * as alerts from 'alerts';
import type { Category, Desk, Places } from 'forum-terms/checklist/admin/desk';
import { textIn } from 'forum-terms/checklist/admin/model';
import { onSubmit } from 'forum-terms/forms/form';
import { askToStop, forecastOf } from 'forum-terms/checklist/admin/place-forecast';
import { request } from 'forum-terms/kit/request';
import { templatePart } from 'forum-terms/kit/template-part';
import { say } from 'forum-terms/kit/dom';

const asking = ['topics', 'replies'] as const;
type Asked = typeof asking[number];

interface Line {
	category: Category; selects: Record<Asked, HTMLSelectElement>; records: Record<Asked, HTMLInputElement>;
}

/** The checklist of each category: a tree in which subcategories inherit. */
export function initPlaces({ section, profiles, categories, unsaved, attempt }: Desk): {
	show(places: Places): Promise<void>;
} {
	const form = section.querySelector<HTMLFormElement>('form[data-role="checklist-places"]');
	const box = section.querySelector<HTMLElement>('[data-role="checklist-categories"]');
	let lines: Line[] = [];

	const titleOf = (id: string) => {
		const found = profiles().find(profile => profile.id === id);
		return found ? textIn(found.title, config.userLang) || id : id;
	};
	/** The inherited checklist of a category; empty if none. */
	function inherited({ parentCid }: Category, asked: Asked): string {
		const above = lines.find(({ category }) => category.cid === parentCid);
		const own = above?.selects[asked].value ?? '';
		return own === 'none' || !above ? '' : own || inherited(above.category, asked);
	}
	const isChoosing = ({ selects }: Line, asked: Asked) => !['', 'none'].includes(selects[asked].value);
	async function tellInherited(): Promise<void> {
		for (const line of lines) {
			for (const asked of asking) {
				line.records[asked].closest('.form-check')?.classList.toggle('invisible', !isChoosing(line, asked));
			}
		}
		const [nothing, none] = await Promise.all(
			['nothing', 'none-here'].map(name => say(`admin/plugins/forum-terms:checklist.${name}`)));
		for (const { category, selects } of lines) {
			for (const asked of asking) {
				const above = inherited(category, asked);
				const isBelow = lines.some(line => line.category.cid === category.parentCid);
				const [first, explicit] = selects[asked].options;
				if (first && explicit) {
					first.text = isBelow ? await say('admin/plugins/forum-terms:checklist.as-above', above ? titleOf(above) : nothing ?? '') : none ?? '';
					// At the top, nothing to inherit and none are the same.
					const isChosen = selects[asked].value === 'none';
					first.hidden = !isBelow && isChosen;
					explicit.hidden = !isBelow && !isChosen;
				}
			}
		}
	}
	async function lineOf(category: Category, places: Places): Promise<{ line: Line; root: HTMLElement }> {
		const root = templatePart(section, 'checklist-category', `checklist-category-${category.cid}`);
		const name = root.querySelector<HTMLElement>('[data-role="name"]');
		if (name) {
			name.textContent = category.name;
			name.style.paddingInlineStart = `${category.depth * 1.25}rem`;
		}
		const none = await say('admin/plugins/forum-terms:checklist.none-here');
		const select = (asked: Asked) => {
			const made = root.querySelector<HTMLSelectElement>(`select[data-asked="${asked}"]`) as HTMLSelectElement;
			made.dataset.path = `${asked}.${category.cid}`;
			made.replaceChildren(new Option('', ''), new Option(none, 'none'),
				...profiles().map(({ id }) => new Option(titleOf(id), id)));
			made.value = places[asked][String(category.cid)] ?? '';
			made.addEventListener('change', () => {
				unsaved.mark('places');
				attempt(tellInherited);
			});
			return made;
		};
		const record = (asked: Asked) => {
			const box = root.querySelector<HTMLInputElement>(`input[data-record="${asked}"]`) as HTMLInputElement;
			box.checked = places.recordOnly[asked].includes(category.cid);
			box.addEventListener('change', () => unsaved.mark('places'));
			return box;
		};
		return { root, line: {
			category, selects: { topics: select('topics'), replies: select('replies') },
			records: { topics: record('topics'), replies: record('replies') },
		} };
	}
	const chosen = (asked: Asked) => Object.fromEntries(lines.filter(({ selects }) => selects[asked].value !== '')
		.map(({ category, selects }) => [category.cid, selects[asked].value]));

	const recorded = (asked: Asked) => lines.filter(line => isChoosing(line, asked) && line.records[asked].checked)
		.map(({ category }) => category.cid);
	const places = (): Places => ({
		topics: chosen('topics'), replies: chosen('replies'),
		recordOnly: { topics: recorded('topics'), replies: recorded('replies') },
	});
	async function save(wanted: Places): Promise<void> {
		await request('PUT', '/admin/checklist-places', wanted);
		for (const { category, records } of lines) {
			for (const asked of asking) {
				records[asked].checked = wanted.recordOnly[asked].includes(category.cid);
			}
		}
		unsaved.clear('places');
		alerts.success(await say('admin/plugins/forum-terms:checklist.saved'));
	}
	/** If more would be stopped than before, shows whom that affects, and offers to only record it. */
	async function askAndSave(): Promise<void> {
		const wanted = places();
		const forecast = await forecastOf(wanted);
		await (forecast.topics + forecast.replies === 0 ? save(wanted) : askToStop(forecast, more => save({
			...wanted, recordOnly: {
				topics: [...wanted.recordOnly.topics, ...more.topics],
				replies: [...wanted.recordOnly.replies, ...more.replies],
			},
		})));
	}
	onSubmit(form, { alert: section.querySelector<HTMLElement>('[data-role="checklist-problem"]'), send: askAndSave });
	return {
		async show(places) {
			const made = await Promise.all(categories().map(category => lineOf(category, places)));
			lines = made.map(({ line }) => line);
			box?.replaceChildren(...made.map(({ root }) => root));
			await tellInherited();
		},
	};
}
