import * as alerts from 'alerts';
import * as api from 'api';
import { dayText, type PartnerDesk } from 'forum-terms/partners/admin/desk';
import { showProblem } from 'forum-terms/forms/form';
import { clearProblem } from 'forum-terms/forms/mark';
import { initChoosingAgain } from 'forum-terms/forms/text-file';
import { Refused, request } from 'forum-terms/kit/request';
import { element, say } from 'forum-terms/kit/dom';

interface PlanStep {
	company: string; act: string; changes: { field: string; before: string; after: string }[];
	joined: { username: string; role: string }[]; left: { username: string; role: string }[];
}
interface Plan {
	plan: string; encoding: string; counts: Record<'create' | 'update' | 'adopt' | 'unchanged', number>; errorCount: number;
	errors: { line: number; column: number; field: string; message: string }[]; steps: PlanStep[];
}
interface LeftOver { id: string; message: string }
interface Progress { plan: string; state: string; done: number; total: number; leftOver: LeftOver[] }

/** Base64 of a larger file exceeds the 1 MB of JSON that NodeBB accepts. */
const mostKilobytes = 750;
const pollMilliseconds = 1000;
const word = (key: string, ...args: (string | number)[]) => say(`admin/plugins/forum-terms:partner.${key}`, ...args);
const cell = (content: string | Node, wraps = 'text-break') => element('td', { class: wraps }, content);
const row = (...cells: HTMLElement[]) => element('tr', {}, ...cells);

/** Imports partners from a file: a preview, then all of it or nothing. */
export function initImport({ at, attempt, back }: PartnerDesk): { reset(): void } {
	const text = at<HTMLTextAreaElement>('#partner-import-text');
	const file = at<HTMLInputElement>('#partner-import-file');
	const format = at<HTMLSelectElement>('#partner-import-format');
	const result = at('[data-role="partner-plan"]');
	const apply = at<HTMLButtonElement>('[data-action="apply-import"]');
	const progress = at('[data-role="partner-progress"]');
	let plan: Plan | null = null;

	/** Base64 of the pasted text or the chosen file; null if there is none, after showing the problem at the field. */
	async function source(): Promise<string | null> {
		const isPasted = text.value.trim() !== '';
		const blob = isPasted ? new Blob([text.value]) : file.files?.[0];
		if (!blob) {
			showProblem(text, await word('import-empty'), () => text.value.trim() !== '');
			return null;
		}
		if (blob.size > mostKilobytes * 1000) {
			showProblem(isPasted ? text : file, await say('forum-terms:refusal.partner-import-large', mostKilobytes));
			return null;
		}
		// Browsers refuse to read a file that has changed since it was chosen.
		const bytes = await blob.arrayBuffer().catch(() => null);
		if (!bytes) {
			showProblem(file, await word('import-changed'));
			return null;
		}
		return btoa(Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join(''));
	}
	async function changesOf({ changes, joined, left }: PlanStep): Promise<HTMLElement> {
		const shown = (field: string, value: string) => (value === '' || value === '0' ? '–' :
			field === 'levelValidUntil' ? dayText(Number(value)) : value);
		const lines = await Promise.all([
			...changes.map(async ({ field, before, after }) =>
				word('step.change', await word(field === 'levelValidUntil' ? 'until' : field), shown(field, before), shown(field, after))),
			...joined.map(async ({ username, role }) => word('step.joined', username, await word(`role.${role}`))),
			...left.map(async ({ username, role }) => word('step.left', username, await word(`role.${role}`))),
		]);
		return element('ul', { class: 'list-unstyled mb-0' }, ...lines.map(line => element('li', {}, line)));
	}
	async function show({ encoding, counts, errors, errorCount, steps }: Plan): Promise<void> {
		at('[data-role="partner-encoding"]').textContent = file.files?.[0] ? await word('plan.encoding', encoding) : '';
		at('[data-role="partner-plan-summary"]').textContent = errorCount > 0 ? await word('plan.errors', errorCount) :
			await word('plan.counts', counts.create, counts.update, counts.adopt, counts.unchanged);
		at('[data-role="partner-errors"]').classList.toggle('d-none', errors.length === 0);
		at('[data-role="partner-errors-caption"]').textContent = await word('plan.listed', errors.length, errorCount);
		at('[data-role="partner-errors"] tbody').replaceChildren(...errors.map(({ line, column, field, message }) =>
			row(cell(column > 0 ? `${line} : ${column}` : String(line), 'text-nowrap'),
				// A list's entry, `domains.0`: the cell says which column.
				cell(field.replace(/\.\d+$/, ''), 'text-nowrap'), cell(message))));
		const isShown = errorCount === 0 && steps.length > 0;
		at('[data-role="partner-steps"]').classList.toggle('d-none', !isShown);
		at('[data-role="partner-steps"] tbody').replaceChildren(...await Promise.all(isShown ? steps.map(async step =>
			row(cell(step.company), cell(await word(`act.${step.act}`), 'text-nowrap'), cell(await changesOf(step)))) : []));
		apply.classList.toggle('d-none', !isShown);
		apply.disabled = false;
		progress.textContent = '';
		result.classList.remove('d-none');
		result.focus();
	}
	async function makePlan(): Promise<void> {
		result.classList.add('d-none');
		const bytes = await source();
		if (bytes === null) {
			return;
		}
		try {
			plan = await request<Plan>('POST', '/admin/partners/import', { mode: 'plan', format: format.value, file: bytes });
		} catch (error) {
			if (!(error instanceof Refused) || error.field !== 'file') {
				throw error;
			}
			showProblem(text.value.trim() === '' ? file : text, error.message);
			return;
		}
		await show(plan);
	}
	async function applyPlan({ plan: id }: Plan): Promise<void> {
		apply.disabled = true;
		try {
			let state = await request<Progress>('POST', '/admin/partners/import', { mode: 'apply', plan: id });
			while (state.state !== 'done') {
				progress.textContent = await word('progress', state.done, state.total);
				await new Promise(resolve => setTimeout(resolve, pollMilliseconds));
				state = await api.get<Progress>(`/plugins/forum-terms/admin/partners/import/${id}`);
			}
			progress.replaceChildren(...state.leftOver.map(({ id: account, message }) => element('span', { class: 'd-block' }, `${account}: ${message}`)));
			alerts.success(await word('import-done'));
			if (state.leftOver.length === 0) {
				await back();
			}
		} finally {
			apply.disabled = false;
		}
	}
	initChoosingAgain(file);
	text.addEventListener('input', () => { file.value = ''; });
	file.addEventListener('change', () => {
		const [chosen] = file.files ?? [];
		if (chosen) {
			format.value = /\.json$/i.test(chosen.name) ? 'json' : 'csv';
			text.value = '';
			clearProblem(text);
			attempt(makePlan);
		}
	});
	at('[data-role="partner-import-form"]').addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(makePlan);
	});
	apply.addEventListener('click', () => attempt(async () => (plan ? applyPlan(plan) : undefined)));
	return {
		reset() {
			at<HTMLFormElement>('[data-role="partner-import-form"]').reset();
			result.classList.add('d-none');
			plan = null;
		},
	};
}
