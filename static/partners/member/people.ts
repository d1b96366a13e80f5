import * as alerts from 'alerts';
import * as api from 'api';
import { element, failed, say } from 'forum-terms/kit/dom';
import { localDay } from 'forum-terms/kit/local-time';
import { acceptanceForm } from 'forum-terms/partners/member/acceptance-form';
import { departureForm } from 'forum-terms/partners/member/departure';

interface Person {
	uid: number; username: string; userslug: string; role: string; since: number; isHalted: boolean;
}
interface People {
	partner: string; company: string; revision: number; mayChange: boolean; isOwner: boolean; total: number;
	next: number;
	people: Person[];
	invitations: { id: number; username: string; email: string; role: string; expiresAt: number }[];
	requests: { uid: number; username: string; role: string; words: string; isByDomain: boolean }[];
	offers: { uid: number; username: string }[];
	confirmation: {
		dueAt: number; heldFrom: number; confirmedAt: number; confirmedBy: number; isDue: boolean; isHeld: boolean;
	};
	owed: { version: string; title: string }[];
}

const roleName = (role: string) => say(`forum-terms:partner.role.${role}`);

async function button(
	key: string, tone: string, work: () => Promise<unknown>, ...args: string[]
): Promise<HTMLElement> {
	const made = element('button', { class: `btn btn-sm btn-${tone}`, type: 'button' },
		await say(`forum-terms:people.${key}`, ...args));
	made.addEventListener('click', () => {
		work().catch(failed);
	});
	return made;
}

/** A small form below the row, for acts that need a reason; returns the focus afterwards. */
async function askReason(row: HTMLElement, who: string, work: (reason: string) => Promise<unknown>): Promise<void> {
	row.querySelector('form')?.remove();
	const back = document.activeElement;
	const input = element('input', { class: 'form-control form-control-sm', required: '', minlength: '3', maxlength: '1000',
		'aria-label': await say('forum-terms:people.reason'), placeholder: await say('forum-terms:people.reason') });
	const form = element('form', { class: 'd-flex flex-wrap gap-2 mt-2 w-100' }, input,
		element('button', { class: 'btn btn-sm btn-primary', type: 'submit' }, await say('forum-terms:people.save')),
		await button('cancel', 'outline-secondary', async () => {
			form.remove();
			(back as HTMLElement | null)?.focus();
		}),
		element('div', { class: 'form-text w-100 mt-0' }, await say('forum-terms:people.reason-help', who)));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		work(input.value).catch(failed);
	});
	row.append(form);
	input.focus();
}

/** The people of a company: list with actions, requests, invitations, confirmation and terms. */
class Console {
	private after = 0;
	private q = '';
	private readonly partner: string;
	private readonly base: string;
	constructor(private readonly root: HTMLElement) {
		this.partner = root.dataset.partner ?? '';
		this.base = `/plugins/forum-terms/partners/${this.partner}`;
	}
	part(role: string): HTMLElement {
		return this.root.querySelector<HTMLElement>(`[data-role="people-${role}"]`) ?? element('div');
	}
	async done(key: string, ...args: string[]): Promise<void> {
		alerts.success(await say(`forum-terms:people.${key}`, ...args));
		await this.show();
	}
	async show(isMore = false): Promise<void> {
		this.after = isMore ? this.after : 0;
		const data = await api.get<People>(`${this.base}/people`, { after: this.after, q: this.q });
		const rows = await Promise.all(data.people.map(person => this.row(person, data)));
		if (isMore) {
			this.part('list').append(...rows);
		} else {
			this.part('list').replaceChildren(...rows);
		}
		this.after = data.next;
		this.part('more').classList.toggle('d-none', data.next === 0);
		this.part('count').textContent = data.people.length === 0 ? await say('forum-terms:people.none') :
			await say('forum-terms:people.count', data.total);
		this.part('invite').classList.toggle('d-none', !data.mayChange);
		await this.showOpen(data);
		await this.showBanners(data);
	}
	async row(
		{ uid, username, userslug, role, since, isHalted }: Person, { mayChange, isOwner }: People,
	): Promise<HTMLElement> {
		const name = element('a', { class: 'fw-semibold text-break', href: `${config.relative_path}/user/${userslug}` }, username);
		const facts = element('span', { class: 'text-muted text-sm' },
			`${await roleName(role)}, ${await say('forum-terms:people.since', localDay(since))}`);
		const row = element('li', { class: 'list-group-item d-flex flex-wrap align-items-center gap-2', 'data-uid': String(uid) },
			element('div', { class: 'flex-grow-1' }, name, ' ', facts));
		if (isHalted) {
			row.append(element('span', { class: 'badge border border-warning text-body fw-normal' }, await say('forum-terms:people.halted')));
		}
		if (mayChange && role !== 'owner') {
			row.append(await this.menu(row, { uid, username, role, isHalted }));
		} else if (role === 'owner' && isOwner && uid === app.user.uid) {
			row.append(await this.actions(username, await departureForm(this.partner, async () => this.done('asked-successor'))));
		} else if (role === 'owner' && mayChange && !isOwner) {
			row.append(await this.actions(username, await this.removal(row, uid, username)));
		}
		return row;
	}
	async menu(row: HTMLElement, { uid, username, role, isHalted }: Pick<Person, 'uid' | 'username' | 'role' | 'isHalted'>) {
		const staff = `${this.base}/staff/${uid}`;
		const select = element('select', { class: 'form-select form-select-sm w-auto', 'aria-label': await say('forum-terms:people.change-role') });
		for (const one of ['sales', 'support', 'purchase']) {
			select.append(element('option', { value: one, ...one === role ? { selected: '' } : {} }, await roleName(one)));
		}
		select.addEventListener('change', () => {
			api.put(staff, { role: select.value }).then(async () => this.done('changed')).catch(failed);
		});
		return this.actions(username, select,
			await button('make-owner', 'outline-secondary', async () => {
				await api.put(staff, { role: 'owner' });
				await this.done('offered', username);
			}),
			await button(isHalted ? 'resume' : 'halt', 'outline-secondary', async () => askReason(row, username, async (reason) => {
				await (isHalted ? api.del : api.put)(`${staff}/halt`, { reason });
				await this.done('changed');
			})),
			await this.removal(row, uid, username));
	}
	async actions(username: string, ...parts: HTMLElement[]): Promise<HTMLElement> {
		return element('details', { class: 'w-100' },
			element('summary', { class: 'text-sm' }, await say('forum-terms:people.actions', username)),
			element('div', { class: 'd-flex flex-wrap gap-2 mt-2' }, ...parts));
	}
	async removal(row: HTMLElement, uid: number, username: string): Promise<HTMLElement> {
		return button('remove', 'outline-danger', async () => askReason(row, username, async (reason) => {
			await api.del(`${this.base}/staff/${uid}`, { reason });
			await this.done('removed', username);
		}));
	}
	async showOpen({ invitations, requests, offers, mayChange }: People): Promise<void> {
		const rows: HTMLElement[] = [];
		const line = (text: string, buttons: HTMLElement[], more = '') => element('li',
			{ class: 'list-group-item d-flex flex-wrap align-items-center gap-2' },
			element('div', { class: 'flex-grow-1 text-break' }, text, element('div', { class: 'text-muted text-sm' }, more)),
			...mayChange ? buttons : []);
		for (const { uid, username, role, words, isByDomain } of requests) {
			const decide = (body: object, key: string) => async () => {
				await api.post(`${this.base}/requests/${uid}/decision`, body);
				await this.done(key, username);
			};
			const row = line(await say('forum-terms:people.request', username, await roleName(role)), [
				await button('accept', 'primary', decide({ accept: true }, 'joined')),
				await button('refuse', 'outline-secondary', async () => askReason(row, username, reason =>
					decide({ accept: false, reason }, 'refused')())),
			], [isByDomain ? await say('forum-terms:people.by-domain') : '', words].filter(Boolean).join(': '));
			rows.push(row);
		}
		for (const { id, username, email, role, expiresAt } of invitations) {
			rows.push(line(await say('forum-terms:people.invitation', username || email, await roleName(role), localDay(expiresAt)),
				[await button('withdraw', 'outline-secondary', async () => {
					await api.del(`${this.base}/invitations/${id}`, {});
					await this.done('withdrawn');
				})]));
		}
		for (const { username } of offers) {
			rows.push(line(await say('forum-terms:people.offer', username), []));
		}
		this.part('open').replaceChildren(...rows);
		this.part('open-none').classList.toggle('d-none', rows.length > 0);
	}
	async showBanners({ company, revision, isOwner, owed, confirmation }: People): Promise<void> {
		const banners: HTMLElement[] = [];
		const banner = (tone: string, title: string, text: string, ...more: HTMLElement[]) => element('div',
			{ class: `alert alert-${tone}` }, element('p', { class: 'fw-semibold mb-1' }, title), element('p', {}, text),
			element('div', { class: 'd-flex flex-wrap gap-2' }, ...more));
		for (const { version, title } of isOwner ? owed : []) {
			banners.push(await acceptanceForm({ company, version, title }, async () => {
				await api.post(`${this.base}/acceptance`, { version });
				await this.done('owed-done', company);
			}));
		}
		if (isOwner && confirmation.isDue) {
			banners.push(banner('warning', await say('forum-terms:people.confirm'), confirmation.isHeld ?
				await say('forum-terms:people.confirm-held', localDay(confirmation.heldFrom)) :
				await say('forum-terms:people.confirm-due', localDay(confirmation.heldFrom)),
			await button('confirm-button', 'primary', async () => {
				await api.post(`${this.base}/confirmation`, { people: revision });
				await this.done('confirmed');
			})));
		} else if (confirmation.dueAt > 0) {
			banners.push(element('p', { class: 'text-muted text-sm' }, confirmation.confirmedBy > 0 ?
				await say('forum-terms:people.confirmed-at', localDay(confirmation.confirmedAt), localDay(confirmation.dueAt)) :
				await say('forum-terms:people.unconfirmed', localDay(confirmation.dueAt))));
		}
		this.part('banners').replaceChildren(...banners);
	}
	listen(): void {
		this.part('search').addEventListener('submit', (event) => {
			event.preventDefault();
			this.q = this.root.querySelector<HTMLInputElement>('#people-q')?.value ?? '';
			this.show().catch(failed);
		});
		this.part('more').addEventListener('click', () => {
			this.show(true).catch(failed);
		});
		const form = this.part('invite').querySelector('form');
		form?.addEventListener('submit', (event) => {
			event.preventDefault();
			const values = new FormData(form);
			const [whom, role] = [(values.get('whom') as string).trim(), values.get('role')];
			const invitation = { [whom.includes('@') ? 'email' : 'username']: whom, role };
			api.post<{ isSent: boolean }>(`${this.base}/invitations`, invitation).then(async ({ isSent }) => {
				form.reset();
				if (isSent) {
					await this.done('invited', whom);
				} else {
					await this.show();
					alerts.error(await say('forum-terms:people.unsent', whom));
				}
			}).catch(failed);
		});
	}
}

/** Starts the people section, on any page. */
export function init(root: ParentNode = document): void {
	const part = root.querySelector<HTMLElement>('[data-role="partner-people"]');
	if (part) {
		const people = new Console(part);
		people.listen();
		people.show().catch(failed);
	}
}
