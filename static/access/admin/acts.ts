import * as alerts from 'alerts';
import { controlAt, showProblem, withoutPath } from 'forum-terms/kit/field-problem';
import { Refused, request } from 'forum-terms/kit/refusable-request';
import { problemText, say } from 'forum-terms/kit/dom';
import { pidsIn } from 'forum-terms/access/admin/decision';

type Submit = (data: FormData, submitter: string) => Promise<void>;

const textIn = (data: FormData, name: string): string => {
	const value = data.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

/** Sends a form once; a refusal is said at its field or below it, and what was typed stays. */
function onSubmit(root: HTMLElement, role: string, submit: Submit): void {
	const form = root.querySelector<HTMLFormElement>(`form[data-role="${role}"]`);
	const problem = form?.querySelector<HTMLElement>('[data-role="problem"]');
	let isBusy = false;
	form?.addEventListener('submit', (event) => {
		event.preventDefault();
		if (isBusy) {
			return;
		}
		isBusy = true;
		problem?.classList.add('d-none');
		const button = event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
		submit(new FormData(form), button).catch((error: unknown) => {
			const field = error instanceof Refused ? error.field : '';
			const control = field ? controlAt(form, field) ?? form.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`) : null;
			if (control) {
				showProblem(control, withoutPath(problemText(error), field));
			} else if (problem) {
				problem.textContent = problemText(error);
				problem.classList.remove('d-none');
			}
		}).finally(() => {
			isBusy = false;
		});
	});
}

async function needed(words: string, field: string): Promise<void> {
	if (words === '') {
		throw new Refused(await say('forum-terms:restriction.words-missing'), { field });
	}
}

/** Shows the page anew with what was done. */
async function done(key: string): Promise<void> {
	alerts.success(await say(key));
	ajaxify.refresh();
}

/** What can be done about one restriction: name its cause, answer its appeal, give access back. */
export function initActs(root: HTMLElement): void {
	const address = `/restrictions/${root.dataset.restriction ?? ''}`;
	const cause = root.querySelector<HTMLElement>('[data-when="clause"]');
	root.querySelectorAll<HTMLInputElement>('input[name="cause"]').forEach(choice =>
		choice.addEventListener('change', () => cause?.classList.toggle('d-none', choice.value !== 'clause')));

	onSubmit(root, 'cause', async (data) => {
		const isNone = textIn(data, 'cause') === 'none';
		const clause = textIn(data, 'clause');
		if (!isNone && clause === '') {
			throw new Refused(await say('forum-terms:restriction.clause-missing'), { field: 'clause' });
		}
		await request('PUT', `${address}/cause`, {
			...isNone ? { withoutCause: true } : { clause }, reason: textIn(data, 'reason'),
			evidence: pidsIn(textIn(data, 'evidence')),
		});
		await done('forum-terms:restriction.cause-named');
	});
	onSubmit(root, 'answer', async (data, decision) => {
		await needed(textIn(data, 'answer'), 'answer');
		await request('PUT', `${address}/appeal`, {
			decision, answer: textIn(data, 'answer'), giveBack: decision === 'granted' ? data.getAll('giveBack') : [],
		});
		await done(`forum-terms:restriction.answered.${decision}`);
	});
	onSubmit(root, 'lift', async (data) => {
		await needed(textIn(data, 'reason'), 'reason');
		const { lost } = await request<{ lost: string[] }>('DELETE', address, {
			reason: textIn(data, 'reason'), content: textIn(data, 'content') || 'restore',
			giveBack: data.getAll('giveBack'),
		});
		if (lost.length > 0) {
			// Stands in the history of the case as well.
			alerts.error(await say('forum-terms:restriction.lost', lost.join(', ')));
			ajaxify.refresh();
		} else {
			await done('forum-terms:restriction.lifted');
		}
	});
}
