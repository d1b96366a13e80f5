import * as api from 'api';
import { deskSection, whenOpened } from 'forum-terms/kit/desk-section';
import { initAccount } from 'forum-terms/partners/admin/account';
import { dayText, type PartnerDesk, type State } from 'forum-terms/partners/admin/desk';
import { initImport } from 'forum-terms/partners/admin/import';
import { stateBadges } from 'forum-terms/partners/admin/states';
import { templatePart } from 'forum-terms/kit/template-part';
import { keepUnsaved } from 'forum-terms/forms/unsaved';
import { say } from 'forum-terms/kit/dom';

interface Row {
	id: string; company: string; level: string; levelValidUntil: number; ownerNames: string[]; people: number;
	states: State[];
}
interface List { page: number; pages: number; total: number; levels: string[]; partners: Row[] }

/** Partner accounts: search, edit, suspend, import. */
export function initPartners(root: HTMLElement): void {
	const parts = deskSection(root, 'partners', 'partner-problem');
	if (!parts) {
		return;
	}
	const { section, at, attempt } = parts;
	let list: List = { page: 1, pages: 1, total: 0, levels: [], partners: [] };
	const desk: PartnerDesk = {
		section, at, attempt, unsaved: keepUnsaved(section),
		async back() {
			await load(list.page);
			desk.show('list');
		},
		show(part) {
			for (const name of ['list', 'account', 'import']) {
				at(`[data-role="partner-${name}"]`).classList.toggle('d-none', name !== part);
			}
			at(part === 'list' ? '#partner-q' : part === 'account' ? '[data-role="partner-heading"]' :
				'[data-role="partner-import-heading"]').focus();
		},
	};
	const account = initAccount(desk);
	const importing = initImport(desk);

	async function rowOf(partner: Row): Promise<HTMLElement> {
		const made = templatePart(root, 'partner-row', '');
		made.dataset.partner = partner.id;
		const [company, states, facts] = ['company', 'states', 'facts'].map(role => made.querySelector(`[data-role="${role}"]`));
		const until = partner.levelValidUntil > 0 ? await say('admin/plugins/forum-terms:partner.facts.until', dayText(partner.levelValidUntil)) : '';
		if (company && states && facts) {
			company.textContent = partner.company;
			states.replaceChildren(...await stateBadges(partner.states));
			facts.textContent = [
				partner.id, partner.level, until, await say('admin/plugins/forum-terms:partner.facts.people', partner.people),
				partner.ownerNames.join(', '),
			].filter(text => text !== '').join(' · ');
		}
		made.querySelectorAll('[data-action="open-partner"]').forEach(button =>
			button.addEventListener('click', () => attempt(() => account.open(partner.id))));
		made.querySelector('.btn-outline-primary')?.setAttribute('aria-label', await say('admin/plugins/forum-terms:partner.edit-one', partner.company));
		return made;
	}
	async function load(page: number): Promise<void> {
		const [q, state] = [at<HTMLInputElement>('#partner-q').value, at<HTMLSelectElement>('#partner-state').value];
		list = await api.get<List>('/plugins/forum-terms/admin/partners', { q, state, page });
		at('[data-role="partner-rows"]').replaceChildren(...await Promise.all(list.partners.map(rowOf)));
		at('[data-role="partner-total"]').textContent = await say('admin/plugins/forum-terms:partner.total', list.total);
		const isEmpty = list.total === 0 && q === '' && state === '';
		at('[data-role="partner-none"]').classList.toggle('d-none', !isEmpty);
		at('[data-role="partner-total"]').classList.toggle('d-none', isEmpty);
		at('[data-role="partner-pages"]').classList.toggle('d-none', list.pages <= 1);
		at('[data-role="partner-page"]').textContent = `${list.page} / ${list.pages}`;
		at<HTMLButtonElement>('[data-action="partner-before"]').disabled = list.page <= 1;
		at<HTMLButtonElement>('[data-action="partner-after"]').disabled = list.page >= list.pages;
		section.setAttribute('data-loaded', '');
	}
	at('[data-role="partner-search"]').addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(() => load(1));
	});
	at('#partner-state').addEventListener('change', () => attempt(() => load(1)));
	at('[data-action="partner-before"]').addEventListener('click', () => attempt(() => load(list.page - 1)));
	at('[data-action="partner-after"]').addEventListener('click', () => attempt(() => load(list.page + 1)));
	at('[data-action="new-partner"]').addEventListener('click', () => attempt(() => account.make(list.levels)));
	at('[data-action="import-partners"]').addEventListener('click', () => {
		importing.reset();
		desk.show('import');
	});
	section.querySelectorAll('[data-action="partner-back"]').forEach(button => button.addEventListener('click', () =>
		attempt(async () => ((await desk.unsaved.mayLose('partner')) ? desk.back() : undefined))));
	whenOpened(root, 'tab-partners', () => attempt(() => load(1)));
}
