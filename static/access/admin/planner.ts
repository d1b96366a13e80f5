import * as alerts from 'alerts';
import * as autocomplete from 'autocomplete';
import { controlAt, isShownAtField, showProblems, tellIn, type Wrong } from 'forum-terms/forms/form';
import { clearProblem } from 'forum-terms/forms/mark';
import { memberNamed } from 'forum-terms/forms/member-field';
import { Refused, request } from 'forum-terms/kit/request';
import { problemText, say } from 'forum-terms/kit/dom';
import { fieldMoment, localMoment } from 'forum-terms/kit/local-time';
import { decisionOf, missingIn, type Decision, type Filled } from 'forum-terms/access/admin/decision';
import { effectLists, type Effect } from 'forum-terms/access/admin/effects';
import { areYouSure } from 'forum-terms/kit/dialog';
import { arrangeNotice, arrangeTarget, missingInNotice, noticeOf, readNotice, targetOf } from 'forum-terms/reasons/notice-fields';
import { previewParts, type StatementPreview } from 'forum-terms/reasons/statement-preview';

interface Forecast { plan: string; effects: Effect[]; statements: StatementPreview[] }
interface FoundUser { uid: number | string; username: string }

const pick = <E extends HTMLElement>(root: ParentNode, selector: string): E => root.querySelector<E>(selector) as E;

/** The planner: the effects must be previewed before a decision (clause 6). */
class Planner {
	private readonly member: HTMLInputElement;
	private readonly problem: HTMLElement;
	private readonly result: HTMLElement;
	private readonly button: HTMLButtonElement;
	/** The previewed decision; null after any change. */
	private seen: { decision: Decision; plan: string } | null = null;

	constructor(private readonly form: HTMLFormElement, root: HTMLElement) {
		this.member = pick(form, '#restriction-member');
		this.problem = pick(form, '[data-role="problem"]');
		this.result = pick(root, '[data-role="effects"]');
		this.button = pick(this.result, '[data-action="end"]');
	}

	init(): void {
		for (const at of this.form.querySelectorAll<HTMLInputElement>('[data-iso]')) {
			at.value = fieldMoment(Date.parse(at.dataset.iso ?? ''));
		}
		autocomplete.user($(this.member), (_event, { item: { user } }) => this.choose(user));
		this.member.addEventListener('input', () => {
			this.member.dataset.uid = '';
		});
		for (const name of ['input', 'change']) {
			this.form.addEventListener(name, () => {
				this.arrange();
				this.outdate();
			});
		}
		this.form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.busy(() => this.look());
		});
		this.button.addEventListener('click', () => void this.busy(() => this.end()));
		this.arrange();
	}

	private choose(user: FoundUser): void {
		this.member.value = user.username;
		this.member.dataset.uid = String(user.uid);
		clearProblem(this.member);
		this.outdate();
	}
	private read(): Filled {
		const data = new FormData(this.form);
		const text = (name: string): string => {
			const value = data.get(name);
			return typeof value === 'string' ? value : '';
		};
		return {
			uid: Number(this.member.dataset.uid) || 0, scope: text('scope'),
			categories: data.getAll('category').map(Number), begins: text('begins'), hours: text('hours'), ends: text('ends'),
			until: text('until'), cause: text('cause'), clause: text('clause'), reason: text('reason'),
			evidence: text('evidence'), note: text('note'),
			posts: text('posts'), since: text('since'), queued: data.has('queued'), scheduled: data.has('scheduled'),
			blockReturn: data.has('blockReturn'),
		};
	}
	/** Shows the fields that apply to the current choices. */
	private arrange(): void {
		const { scope, begins, ends, cause, clause, posts } = this.read();
		arrangeNotice(this.form);
		arrangeTarget(this.form, cause === 'clause' ? clause : '');
		const shown = new Set([scope, begins, ends, cause === 'clause' ? 'clause' : '', posts,
			['', 'chat', 'uploads'].includes(scope) ? '' : 'writes']);
		this.form.querySelectorAll<HTMLElement>('[data-when]').forEach(part =>
			part.classList.toggle('d-none', !shown.has(part.dataset.when ?? '')));
	}
	/** Marks the preview as outdated. */
	private outdate(): void {
		if (this.seen) {
			this.seen = null;
			this.button.classList.add('d-none');
			void say('forum-terms:restriction.outdated').then(sentence => this.moved(sentence));
		}
	}
	private moved(sentence: string): void {
		const place = pick(this.result, '[data-role="moved"]');
		place.textContent = sentence;
		place.classList.toggle('d-none', sentence === '');
	}
	private async busy(work: () => Promise<void>): Promise<void> {
		const buttons = [pick<HTMLButtonElement>(this.form, '[type="submit"]'), this.button];
		buttons.forEach(button => button.setAttribute('aria-disabled', 'true'));
		for (const place of [this.problem, pick(this.result, '[data-role="end-problem"]')]) {
			place.classList.add('d-none');
		}
		try {
			await work();
		} catch (error) {
			this.complain(error);
		} finally {
			buttons.forEach(button => button.removeAttribute('aria-disabled'));
		}
	}
	/** Shows a problem at its field, otherwise near the pressed button. */
	private complain(error: unknown): void {
		if (!isShownAtField(this.form, error)) {
			tellIn(this.seen ? pick(this.result, '[data-role="end-problem"]') : this.problem, error);
		}
	}

	/** Looks up a name that was typed in full, without choosing a suggestion. */
	private async resolveMember(): Promise<void> {
		const name = this.member.value.trim();
		if (name === '' || this.member.dataset.uid) {
			return;
		}
		const found = await memberNamed(name);
		if (!found) {
			throw new Refused(await say('forum-terms:restriction.member-none', name), { field: 'uid' });
		}
		this.choose(found);
	}
	private missing(filled: Filled) {
		return [...missingIn(filled), ...missingInNotice(readNotice(this.form))];
	}
	/** Reports missing values at their fields. */
	private async isMissing(filled: Filled): Promise<boolean> {
		const missing = this.missing(filled);
		const wrong = await Promise.all(missing.map(async ({ field, key }): Promise<Wrong[]> => {
			const control = controlAt(this.form, field);
			// The name is looked up later.
			const isRight = () => (field === 'uid' ? this.member.value.trim() !== '' :
				this.missing(this.read()).every(other => other.field !== field));
			return control ? [{ control, problem: await say(key), isRight }] : [];
		}));
		showProblems(wrong.flat());
		return missing.length > 0;
	}
	/** Asks for the effects and shows them; what was typed stays, whatever the answer. */
	private async look(sentence = ''): Promise<void> {
		await this.resolveMember();
		const filled = this.read();
		if (await this.isMissing(filled)) {
			return;
		}
		const decision = {
			...decisionOf(filled, Date.now()), ...noticeOf(readNotice(this.form)),
			...filled.cause === 'clause' ? targetOf(filled.clause, pick<HTMLSelectElement>(this.form, '#decision-target').value) : {},
		};
		const { plan, effects, statements } = await request<Forecast>('POST', '/admin/restrictions/plan', decision);
		pick(this.result, '[data-role="effect-groups"]').replaceChildren(...await effectLists(effects));
		pick(this.result, '[data-role="preview"]').replaceChildren(...await previewParts(statements));
		this.seen = { decision, plan };
		this.moved(sentence);
		this.button.classList.remove('d-none');
		this.result.classList.remove('d-none');
		pick(this.result, '#restriction-effects').focus();
	}

	private async sentence({ scope, from, until }: Decision): Promise<string> {
		const name = typeof scope === 'string' ? scope : 'categories';
		return say('forum-terms:restriction.sure', this.member.value,
			await say(`forum-terms:restriction.scope.${name}`),
			from > 0 ? await say('forum-terms:restriction.sure-from', localMoment(from)) : await say('forum-terms:restriction.sure-at-once'),
			until > 0 ? await say('forum-terms:restriction.sure-until', localMoment(until)) : await say('forum-terms:restriction.sure-for-good'));
	}
	private async end(): Promise<void> {
		if (!this.seen) {
			return;
		}
		const { decision, plan } = this.seen;
		const [title, sentence, yes, no] = await Promise.all([
			say('forum-terms:restriction.sure-title'), this.sentence(decision), say('forum-terms:restriction.end'),
			say('forum-terms:restriction.not-now'),
		]);
		if (!await areYouSure({ title, sentence, yes, no })) {
			return;
		}
		try {
			const { id } = await request<{ id: number }>('POST', '/admin/restrictions', { ...decision, plan });
			alerts.success(await say('forum-terms:restriction.done'));
			ajaxify.go(`forum-terms/restrictions?id=${id}`);
		} catch (error) {
			if (!(error instanceof Refused) || error.code !== 'restriction-moved-on') {
				throw error;
			}
			await this.look(problemText(error));
		}
	}
}

export function initPlanner(form: HTMLFormElement, root: HTMLElement): void {
	new Planner(form, root).init();
}
