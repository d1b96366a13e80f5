import { pastedRows } from 'forum-terms/checklist/admin/pasted-row';
import { bindFields } from 'forum-terms/forms/bound-fields';
import { controlAt } from 'forum-terms/forms/form';
import { templatePart } from 'forum-terms/kit/template-part';
import { say } from 'forum-terms/kit/dom';

const pageSize = 100;
/** A long list of rows, one page at a time: edit, add, remove, search, paste. */
interface RowList<Row extends object> {
	show(rows: Row[]): Promise<void>;
	rows(): Row[];
	/** The control at a path such as `5.country`; shows its page. */
	point(path: string): Promise<HTMLElement | null>;
}

interface RowListParts<Row extends object> {
	section: HTMLElement;
	name: string;
	empty: () => Row;
	changed: () => void;
	/** Fills what a row's template cannot. */
	prepare?: (root: HTMLElement, row: Row) => void;
	/** A row from pasted cells; null if unreadable. */
	parse?: (cells: readonly string[]) => Row | null;
}

const matches = (row: object, wanted: string) =>
	Object.values(row).some(value => String(value).toLowerCase().includes(wanted));

export function rowList<Row extends object>(parts: RowListParts<Row>): RowList<Row> {
	const { section, name, empty, changed, prepare, parse } = parts;
	const box = section.querySelector<HTMLElement>(`[data-list="${name}"]`) as HTMLElement;
	const at = <T extends HTMLElement>(selector: string) => box.querySelector<T>(selector);
	const filter = at<HTMLInputElement>('[data-role="filter"]');
	const paste = at<HTMLTextAreaElement>('[data-role="paste"]');
	let rows: Row[] = [];
	let page = 0;

	const found = () => rows.filter(row => matches(row, filter?.value.trim().toLowerCase() ?? ''));
	const pages = () => Math.max(1, Math.ceil(found().length / pageSize));
	const tell = (role: string, text: string) => at(`[data-role="${role}"]`)?.replaceChildren(text);

	function rowPart(row: Row): HTMLElement {
		const index = rows.indexOf(row);
		const root = templatePart(section, `checklist-${name}-row`, `checklist-${name}-${index}`);
		prepare?.(root, row);
		bindFields(root, row, changed);
		root.querySelectorAll<HTMLElement>('[data-path]').forEach((control) => {
			control.dataset.path = `${index}.${control.dataset.path ?? ''}`;
		});
		root.querySelector('[data-action="remove-row"]')?.addEventListener('click', () => {
			rows = rows.filter(other => other !== row);
			changed();
			void draw().then(() => at('[data-action="add-row"]')?.focus());
		});
		return root;
	}
	async function draw(): Promise<void> {
		const all = found();
		page = Math.min(page, pages() - 1);
		at('[data-role="rows"]')?.replaceChildren(...all.slice(page * pageSize, (page + 1) * pageSize).map(rowPart));
		at('[data-role="pages"]')?.classList.toggle('d-none', pages() === 1);
		at('[data-action="previous-page"]')?.toggleAttribute('disabled', page === 0);
		at('[data-action="next-page"]')?.toggleAttribute('disabled', page === pages() - 1);
		tell('count', await say('admin/plugins/forum-terms:checklist.count', all.length, rows.length));
		tell('page', await say('admin/plugins/forum-terms:checklist.page', page + 1, pages()));
	}
	function turn(by: number): void {
		page = Math.max(0, page + by);
		void draw().then(() => at('[data-role="rows"]')?.scrollIntoView({ block: 'nearest' }));
	}
	async function addPasted(): Promise<void> {
		const { rows: good, unreadable } = pastedRows(paste?.value ?? '', cells => parse?.(cells) ?? null);
		rows = [...good, ...rows];
		if (filter && good.length > 0) {
			filter.value = '';
			page = 0;
			changed();
		}
		if (paste) {
			// Unreadable lines stay, for correction.
			paste.value = unreadable.join('\n');
		}
		await draw();
		tell('pasted', await say('admin/plugins/forum-terms:checklist.pasted', good.length, unreadable.length));
	}

	at('[data-action="add-row"]')?.addEventListener('click', () => {
		// With several pages, a row appended at the end would not be visible.
		rows = filter ? [empty(), ...rows] : [...rows, empty()];
		page = 0;
		if (filter) {
			filter.value = '';
		}
		changed();
		void draw().then(() => (filter ? at('[data-role="rows"]')?.firstElementChild : at('[data-role="rows"]')?.lastElementChild)
			?.querySelector<HTMLElement>('[data-path]')?.focus());
	});
	filter?.addEventListener('input', () => {
		page = 0;
		void draw();
	});
	at('[data-action="previous-page"]')?.addEventListener('click', () => turn(-1));
	at('[data-action="next-page"]')?.addEventListener('click', () => turn(1));
	at('[data-action="paste-rows"]')?.addEventListener('click', () => void addPasted());
	return {
		rows: () => rows,
		async show(all) {
			rows = all;
			await draw();
		},
		async point(path) {
			const index = Number(path.split('.')[0]);
			if (filter) {
				filter.value = '';
			}
			page = Math.floor(index / pageSize);
			await draw();
			return controlAt(box, path);
		},
	};
}
