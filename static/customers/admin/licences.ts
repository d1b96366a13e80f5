import * as alerts from 'alerts';
import * as api from 'api';
import { whenOpened } from 'forum-terms/kit/desk-section';
import { say } from 'forum-terms/kit/dom';
import { growingList } from 'forum-terms/kit/list';
import { attemptIn, controlAt, isShownAtField, showProblem } from 'forum-terms/forms/form';
import { localDay } from 'forum-terms/kit/local-time';
import { request } from 'forum-terms/kit/request';
import { templatePart } from 'forum-terms/kit/template-part';

interface Licence {
	id: number; uid: number; username: string; userslug: string; lastFour: string; claimedAt: number; reason: string;
	state: 'claimed' | 'verified' | 'refused' | 'withdrawn' | 'ended'; validUntil: number;
	isDouble: boolean; others: { username: string; state: string }[];
}
interface Page { licences: Licence[]; total: number; next: number }

const word = (name: string, ...facts: (string | number)[]) => say(`admin/plugins/forum-terms:licence.${name}`, ...facts);
const tones = { claimed: 'secondary', verified: 'success', refused: 'danger', withdrawn: 'secondary', ended: 'warning' } as const;

/** The end of a day in the browser's time zone; 0 without a day. */
function endOf(date: string): number {
	return date === '' ? 0 : new Date(`${date}T23:59:59`).getTime();
}

async function rowOf(section: HTMLElement, licence: Licence): Promise<HTMLElement> {
	const row = templatePart(section, 'licence-row', String(licence.id));
	const at = (name: string) => row.querySelector<HTMLElement>(`[data-field="${name}"]`);
	const put = (name: string, text: string) => at(name)?.replaceChildren(text);
	const { username, userslug, uid, state, others } = licence;
	put('who', username || await word('gone', uid));
	if (userslug) {
		at('who')?.setAttribute('href', `${config.relative_path}/user/${userslug}`);
	}
	put('key', `···· ${licence.lastFour}`);
	put('state', await word(`state.${state}`));
	at('state')?.classList.add(`border-${tones[state]}`);
	put('when', await word('claimed-at', localDay(licence.claimedAt)) +
		(licence.validUntil > 0 ? ` ${await word('holds-until', localDay(licence.validUntil))}` : ''));
	put('reason', licence.reason);
	if (licence.isDouble) {
		const names = await Promise.all(others.map(async other => `${other.username} (${await word(`state.${other.state}`)})`));
		put('double', await word('double', names.join('; ')));
		at('double')?.classList.remove('d-none');
	}
	const button = row.querySelector<HTMLElement>('[data-action="decide"]');
	button?.classList.toggle('d-none', state === 'withdrawn');
	button?.setAttribute('aria-label', await word('decide-which', username, licence.lastFour));
	row.dataset.licence = String(licence.id);
	return row;
}

/** Licence claims, duplicates first, each with a decision and its reason. */
export function initLicences(root: HTMLElement): void {
	const section = root.querySelector<HTMLElement>('[data-role="licences"]');
	if (!section) {
		return;
	}
	const find = <T extends HTMLElement>(role: string) => section.querySelector<T>(`[data-role="${role}"]`);
	const state = find<HTMLSelectElement>('licence-state');
	const list = find('licence-list');
	const attempt = attemptIn(() => find('licence-problem'));
	const show = growingList({
		list, more: section.querySelector<HTMLElement>('[data-action="more-licences"]'), attempt,
		async load(from) {
			const { licences, total, next } = await api.get<Page>('/plugins/forum-terms/admin/licences', {
				state: state?.value ?? 'claimed', ...from ? { after: from } : {},
			});
			find('licence-total')?.replaceChildren(await word('total', total));
			return { rows: await Promise.all(licences.map(licence => rowOf(section, licence))), next: next || null };
		},
	});
	async function decide(form: HTMLFormElement, isVerified: boolean): Promise<void> {
		const value = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? '';
		const id = form.closest<HTMLElement>('[data-licence]')?.dataset.licence ?? '';
		const reason = controlAt(form, 'reason');
		if (reason && value('reason').length < 3) {
			showProblem(reason, await word('reason-missing'), () => value('reason').length >= 3);
			return;
		}
		const validUntil = isVerified ? endOf(value('until')) : 0;
		try {
			await request('POST', `/admin/licences/${id}/decision`, {
				verified: isVerified, reason: value('reason'), ...validUntil > 0 ? { validUntil } : {},
			});
		} catch (error) {
			if (isShownAtField(form, error)) {
				return;
			}
			throw error;
		}
		alerts.success(await word(isVerified ? 'verified-now' : 'refused-now'));
		await show();
		state?.focus();
	}

	list?.addEventListener('click', (event) => {
		const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action="decide"]') : null;
		const form = button?.closest('li')?.querySelector<HTMLFormElement>('form');
		if (button && form) {
			const isOpen = form.classList.toggle('d-none');
			button.setAttribute('aria-expanded', String(!isOpen));
			form.querySelector<HTMLInputElement>('[name="reason"]')?.focus();
		}
	});
	list?.addEventListener('submit', (event) => {
		event.preventDefault();
		const { submitter, target } = event;
		attempt(() => decide(target as HTMLFormElement, submitter?.getAttribute('value') !== 'refuse'));
	});
	state?.addEventListener('change', () => attempt(show));
	whenOpened(root, 'tab-customers', () => attempt(async () => {
		await show();
		section.setAttribute('data-loaded', '');
	}));
}
