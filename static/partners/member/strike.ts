import * as alerts from 'alerts';
import * as api from 'api';
import { element, failed, say } from 'forum-terms/kit/dom';
import { attemptIn, showProblems, type Wrong } from 'forum-terms/forms/form';
import { targetOf } from 'forum-terms/reasons/notice-fields';
import { localDay } from 'forum-terms/kit/local-time';
import { request } from 'forum-terms/kit/request';
import { nextSentence, nowSentence, stageWord } from 'forum-terms/partners/member/standing';
import type { Standing } from 'forum-terms/partners/member/strike-model';
import { askInDialog, problemLine } from 'forum-terms/kit/dialog';
import { statementPreview, type StatementPreview } from 'forum-terms/reasons/statement-preview';

/** The result of a strike with this many `points`: the account's `total` and `people` after it. */
interface Outlook { points: number; total: number; people: number; stage: string; next: Standing['next'] }
interface StrikeForm {
	partner: { id: string; company: string };
	author: { username: string };
	clauses: { clause: string; isGrave: boolean }[];
	days: { usual: number; fewest: number; most: number };
	answerDays: number;
	standing: Pick<Standing, 'points' | 'people' | 'stage' | 'next'>;
	outlook: { usual: Outlook[]; grave: Outlook[] };
	given: { clause: string; points: number; byName: string; state: string }[];
}
interface Labelled<E extends HTMLElement> { root: HTMLElement; control: E }

/** A field with its label; `path` is the server's name for it. */
function labelled<E extends HTMLElement>(path: string, label: string, control: E, help = ''): Labelled<E> {
	const hint = element('div', { class: 'form-text', id: `${control.id}-help` }, help);
	control.dataset.path = path;
	if (help) {
		control.setAttribute('aria-describedby', hint.id);
	}
	return {
		control,
		root: element('div', { class: 'mb-3' }, element('label', { class: 'form-label', for: control.id }, label),
			control, ...help ? [hint] : []),
	};
}

function number(id: string, value: number, min: number, max: number): HTMLInputElement {
	return element('input', {
		class: 'form-control', type: 'number', id, value: String(value), min: String(min), max: String(max), step: '1',
		autocomplete: 'off',
	});
}

async function clauseField(clauses: StrikeForm['clauses']): Promise<Labelled<HTMLSelectElement>> {
	const options = await Promise.all(clauses.map(async ({ clause, isGrave }) => {
		const name = await say(`forum-terms:strike.clause.${clause.replace('.', '-')}`);
		const shown = clause === 'definitions' ? '' : clause;
		return element('option', { value: clause },
			(await say(isGrave ? 'forum-terms:strike.clause.grave' : 'forum-terms:strike.clause.name', shown, name)).trim());
	}));
	const select = element('select', { class: 'form-select', id: 'forum-terms-strike-clause' }, ...options);
	select.value = '4.1';
	return labelled('clause', await say('forum-terms:strike.clause'), select);
}

/** What was spoken against; clause 1 only. */
async function targetField(): Promise<Labelled<HTMLSelectElement>> {
	const names = ['software', 'services', 'policies', 'team'];
	const options = await Promise.all(names.map(async name =>
		element('option', { value: name }, await say(`forum-terms:statement.target.${name}`))));
	const select = element('select', { class: 'form-select', id: 'forum-terms-strike-target' },
		element('option', { value: '' }, await say('forum-terms:restriction.target-none')), ...options);
	return labelled('target', await say('forum-terms:statement.target'), select, await say('forum-terms:restriction.target-help'));
}

async function fieldsOf({ clauses, days }: StrikeForm) {
	const [clause, target, points, reason, lasting] = await Promise.all([
		clauseField(clauses), targetField(),
		say('forum-terms:strike.points').then(label => labelled('points', label, number('forum-terms-strike-points', 1, 1, 10))),
		Promise.all([say('forum-terms:strike.reason'), say('forum-terms:strike.reason-help')]).then(([label, help]) =>
			labelled('reason', label, element('textarea', {
				class: 'form-control', id: 'forum-terms-strike-reason', rows: '3', maxlength: '1000',
			}), help)),
		say('forum-terms:strike.days', days.fewest, days.most).then(label =>
			labelled('days', label, number('forum-terms-strike-days', days.usual, days.fewest, days.most))),
	]);
	const shown = () => target.root.classList.toggle('d-none', clause.control.value !== '1');
	clause.control.addEventListener('input', shown);
	shown();
	return { clause, target, points, reason, lasting };
}
type Fields = Awaited<ReturnType<typeof fieldsOf>>;

/** Fields that are not filled in, each with its message. */
async function wrongIn({ points, lasting, reason }: Fields): Promise<Wrong[]> {
	const isSaid = () => reason.control.value.trim().length >= 3;
	const all = await Promise.all([
		...[points, lasting].map(async ({ control }) => ({
			control, problem: await say('forum-terms:strike.number-wrong', control.min, control.max),
			isRight: () => control.value !== '' && control.checkValidity(),
		})),
		say('forum-terms:strike.reason-short').then(problem => ({ control: reason.control, problem, isRight: isSaid })),
	]);
	return all.filter(({ isRight }) => !isRight());
}

/** The account's standing, and below it the result of the strike; follows the fields. */
async function standingBox({ standing, outlook, clauses, given }: StrikeForm, { clause, points }: Fields) {
	const would = element('p', { class: 'fw-semibold mb-0', role: 'status', 'data-role': 'outlook' });
	const before = await Promise.all(given.filter(({ state }) => state !== 'withdrawn').map(async strike =>
		element('p', { class: 'mb-1' },
			await say('forum-terms:strike.given', strike.clause, strike.points, strike.byName))));
	async function update(): Promise<void> {
		const isGrave = clauses.find(one => one.clause === clause.control.value)?.isGrave ?? false;
		const after = outlook[isGrave ? 'grave' : 'usual'].find(one => one.points === Number(points.control.value));
		would.textContent = !after ? '' : [
			await say(after.stage === standing.stage ? 'forum-terms:strike.outlook.same' : 'forum-terms:strike.outlook.changes',
				await stageWord(after.stage)),
			// What comes next stands above already, unless the strike changes it.
			...after.stage === standing.stage ? [] : [
				await nextSentence({ points: after.total, people: after.people, next: after.next })],
		].join(' ').trim();
	}
	[clause.control, points.control].forEach(control => control.addEventListener('input', () => {
		update().catch(failed);
	}));
	await update();
	return element('div', { class: 'border rounded-1 p-3 mb-3', 'data-role': 'standing' },
		element('p', { class: 'mb-1' }, `${await nowSentence(standing)} ${await nextSentence(standing)}`.trim()),
		...before, would);
}

const strikeOf = (pid: string, { clause, target, points, reason, lasting }: Fields) => ({
	pid, clause: clause.control.value, ...targetOf(clause.control.value, target.control.value),
	points: Number(points.control.value), reason: reason.control.value, days: Number(lasting.control.value),
});

async function give(pid: string, form: StrikeForm, fields: Fields): Promise<void> {
	const { strike } = await request<{ strike: { answerBy: number } }>(
		'POST', `/partners/${form.partner.id}/strikes`, strikeOf(pid, fields));
	alerts.success(await say('forum-terms:strike.thanks', localDay(strike.answerBy)));
}

async function open(pid: string, opener: HTMLElement | null): Promise<void> {
	const form = await api.get<StrikeForm>(`/plugins/forum-terms/posts/${pid}/strike`);
	const fields = await fieldsOf(form);
	const problem = problemLine();
	const preview = await statementPreview(async () => {
		const wrong = await wrongIn(fields);
		showProblems(wrong);
		return wrong.length > 0 ? null : (await request<{ statements: StatementPreview[] }>(
			'POST', `/partners/${form.partner.id}/strikes/plan`, strikeOf(pid, fields))).statements;
	}, attemptIn(() => problem));
	Object.values(fields).forEach(({ control }) => control.addEventListener('input', preview.outdate));
	await askInDialog({
		id: 'forum-terms-strike-title', title: await say('forum-terms:strike.title', form.partner.company),
		class: 'forum-terms-strike', opener,
		body: [
			element('p', {}, await say('forum-terms:strike.lead', form.author.username, form.answerDays)),
			await standingBox(form, fields), fields.clause.root, fields.target.root,
			element('div', { class: 'row' }, element('div', { class: 'col-sm-6' }, fields.points.root),
				element('div', { class: 'col-sm-6' }, fields.lasting.root)),
			fields.reason.root, preview.root, problem,
		],
		send: { label: await say('forum-terms:strike.send'), action: 'give' },
		async answer() {
			const wrong = await wrongIn(fields);
			showProblems(wrong);
			await (wrong.length === 0 ? give(pid, form, fields) : undefined);
			return wrong.length === 0;
		},
	});
}

/** HOST: public/src/client/topic/postTools.js fills a post's menu when it opens, so its entries appear late. */
export function init(): void {
	document.addEventListener('click', (event) => {
		const entry = event.target instanceof Element ? event.target.closest('[component="forum-terms/strike"]') : null;
		const pid = entry?.closest<HTMLElement>('[data-pid]')?.dataset.pid;
		if (entry && pid) {
			event.preventDefault();
			const menu = entry.closest('[component="post/tools"]');
			open(pid, menu?.querySelector<HTMLElement>('[data-bs-toggle="dropdown"]') ?? null).catch(failed);
		}
	});
}
