import * as alerts from 'alerts';
import * as api from 'api';
import type { Account, PartnerDesk } from 'forum-terms/partners/admin/desk';
import { dayText } from 'forum-terms/partners/admin/desk';
import { controlAt, isShownAtField, showProblem } from 'forum-terms/forms/form';
import { showHistory } from 'forum-terms/partners/admin/history';
import { peopleField, type Person } from 'forum-terms/partners/admin/people';
import { stateBadges } from 'forum-terms/partners/admin/states';
import { initSuspension } from 'forum-terms/partners/admin/suspension';
import { Refused, request } from 'forum-terms/kit/request';
import { element, say } from 'forum-terms/kit/dom';

const dayMilliseconds = 24 * 60 * 60 * 1000;
const texts = ['company', 'contact', 'email', 'level'] as const;
const blank = (levels: string[]): Account => ({
	id: '', company: '', contact: '', email: '', level: '', levelValidUntil: 0, domains: [], owners: [], revision: 0, states: [],
	levels, clauses: [], suspension: null, people: [], peopleCount: 0, nextPeople: 0, history: [],
});

/** One account: form, suspension, history. */
export function initAccount(desk: PartnerDesk) {
	const { section, at, attempt, unsaved } = desk;
	const form = at<HTMLFormElement>('[data-role="partner-form"]');
	const field = (name: string) => at<HTMLInputElement>(`[data-role="partner-form"] [data-path="${name}"]`);
	const changed = () => unsaved.mark('partner');
	const people = (role: string, hasRoles: boolean) => peopleField({
		section, list: at(`[data-role="partner-${role}s"], [data-role="partner-${role}"]`), input: at(`#partner-${role}-name`),
		button: at(`[data-action="add-${role}"]`), hasRoles, attempt, changed,
	});
	const [owners, staff] = [people('owner', false), people('staff', true)];
	const suspension = initSuspension(desk, id => open(id));
	let account = blank([]);

	function read() {
		const day = field('levelValidUntil').value;
		const kept = account.levelValidUntil;
		// A day counts until its end; an exact time from the portal is kept while its day is unchanged.
		const isSameDay = kept > 0 && day === new Date(kept).toISOString().slice(0, 10);
		return {
			...Object.fromEntries(texts.map(name => [name, field(name).value])),
			levelValidUntil: day === '' ? 0 : isSameDay ? kept : Date.parse(`${day}T00:00:00Z`) + dayMilliseconds - 1,
			domains: field('domains').value.split(/[\s,;]+/).filter(name => name !== ''),
			owners: owners.read().map(({ uid }) => uid),
			// People who are not on this page stay as they are.
			...account.nextPeople === 0 ? { staff: staff.read().map(({ uid, role }) => ({ uid, role })) } :
				{ staffChange: staff.change() },
		};
	}
	const moreStaff = at('[data-action="more-staff"]');
	/** Loads more people, page by page. */
	async function showMore(next: number): Promise<void> {
		account.nextPeople = next;
		moreStaff.classList.toggle('d-none', next === 0);
		moreStaff.textContent = await say('admin/plugins/forum-terms:partner.more-people', Math.max(0, account.peopleCount - next));
	}
	async function loadMore(): Promise<void> {
		const page = await api.get<{ people: Person[]; next: number }>(
			`/plugins/forum-terms/partners/${encodeURIComponent(account.id)}/people`, { after: account.nextPeople });
		await staff.more(page.people.filter(({ role }) => role !== 'owner'));
		await showMore(page.next);
	}
	async function write(shown: Account): Promise<void> {
		account = shown;
		const { id, levels, level } = shown;
		const none = await say('admin/plugins/forum-terms:partner.level.none');
		const listed = ['', ...levels, ...level !== '' && !levels.includes(level) ? [level] : []];
		field('level').replaceChildren(...listed.map(name => element('option', { value: name }, name || none)));
		texts.forEach((name) => { field(name).value = shown[name]; });
		field('id').value = id;
		field('id').readOnly = id !== '';
		field('id').classList.toggle('bg-body-tertiary', id !== '');
		field('levelValidUntil').value = shown.levelValidUntil > 0 ? new Date(shown.levelValidUntil).toISOString().slice(0, 10) : '';
		field('domains').value = shown.domains.join(', ');
		await owners.write(shown.people.filter(({ role }) => role === 'owner'));
		await staff.write(shown.people.filter(({ role }) => role !== 'owner'));
		await showMore(shown.nextPeople);
		at('[data-role="partner-heading"]').textContent = shown.company || await say('admin/plugins/forum-terms:partner.new');
		at('[data-role="partner-states"]').replaceChildren(...await stateBadges(shown.states));
		const page = at<HTMLAnchorElement>('[data-role="partner-console"]');
		page.href = `${config.relative_path}/forum-terms/partner?id=${encodeURIComponent(id)}`;
		page.classList.toggle('d-none', id === '');
		at('[data-role="partner-conflict"]').classList.add('d-none');
		for (const role of ['partner-suspension', 'partner-history-area']) {
			at(`[data-role="${role}"]`).classList.toggle('d-none', id === '');
		}
		await suspension(shown);
		await showHistory(at('[data-role="partner-history"]'), shown.history);
		unsaved.clear('partner');
	}
	const current = (id: string) => api.get<Account>(`/plugins/forum-terms/admin/partners/${encodeURIComponent(id)}`);
	async function open(id: string): Promise<void> {
		await write(await current(id));
		desk.show('account');
	}
	/** Somebody else saved meanwhile: shows both versions, and keeps what was typed. */
	async function showConflict(theirs: Account): Promise<void> {
		const mine = read() as unknown as Record<string, unknown>;
		const text = (name: string, value: unknown) => (name === 'levelValidUntil' ? (Number(value) > 0 ? dayText(Number(value)) : '–') :
			Array.isArray(value) ? value.join(', ') || '–' : String(value) || '–');
		const names = [...texts, 'levelValidUntil', 'domains'].filter(name =>
			text(name, mine[name]) !== text(name, (theirs as unknown as Record<string, unknown>)[name]));
		const lines = await Promise.all(names.map(async name => say('admin/plugins/forum-terms:partner.conflict.line',
			await say(`admin/plugins/forum-terms:partner.${name === 'levelValidUntil' ? 'until' : name}`),
			text(name, (theirs as unknown as Record<string, unknown>)[name]), text(name, mine[name]))));
		const namesOf = (rows: { username: string }[]) => rows.map(({ username }) => username).sort().join(', ') || '–';
		const [there, here] = [namesOf(theirs.people), namesOf([...owners.read(), ...staff.read()])];
		// Names are comparable only if both lists are complete.
		if (there !== here && theirs.nextPeople + account.nextPeople === 0) {
			lines.push(await say('admin/plugins/forum-terms:partner.conflict.line', await say('admin/plugins/forum-terms:partner.people'), there, here));
		}
		at('[data-role="partner-differences"]').replaceChildren(...lines.map(line => element('li', {}, line)));
		account = { ...account, revision: theirs.revision };
		at('[data-role="partner-conflict"]').classList.remove('d-none');
		at('[data-role="partner-conflict"]').focus();
	}
	async function save(): Promise<void> {
		const id = field('id').value.trim();
		if (id === '') {
			showProblem(field('id'), await say('admin/plugins/forum-terms:partner.id-missing'), () => field('id').value.trim() !== '');
			return;
		}
		try {
			await request('PUT', `/admin/partners/${encodeURIComponent(id)}`, read(), { 'if-match': `"${account.revision}"` });
		} catch (error) {
			if (error instanceof Refused && error.code === 'partner-stale') {
				await showConflict(await current(id));
				return;
			}
			if (isShownAtField(form, error, path => controlAt(form, path.replace(/^staffChange\b.*/, 'staff')))) {
				return;
			}
			throw error;
		}
		unsaved.clear('partner');
		alerts.success(await say('admin/plugins/forum-terms:partner.saved', field('company').value));
		await open(id);
	}
	moreStaff.addEventListener('click', () => attempt(loadMore));
	form.addEventListener('input', changed);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(save);
	});
	at('[data-action="take-theirs"]').addEventListener('click', () => attempt(() => open(account.id || field('id').value)));
	at('[data-action="keep-mine"]').addEventListener('click', () => attempt(save));
	return {
		open,
		async make(levels: string[]) {
			await write(blank(levels));
			desk.show('account');
		},
	};
}
