import { failed, overcome, problemText, say } from 'forum-terms/kit/dom';
import { markProblem, type Problem } from 'forum-terms/forms/mark';
import { Refused } from 'forum-terms/kit/request';

/** A problem at a control. */
export interface Wrong { control: HTMLElement; problem: Problem; isRight?: (() => boolean) | undefined }

/** Marks all problems and focuses the first. */
export function showProblems(wrong: readonly Wrong[]): void {
	wrong.forEach(({ control, problem, isRight }) => markProblem(control, problem, { isRight }));
	wrong[0]?.control.focus();
}

/** The same for one control. */
export function showProblem(control: HTMLElement, problem: Problem, isRight?: () => boolean): void {
	showProblems([{ control, problem, isRight }]);
}

/** The control at a field path (`options.1.value`), nearest around or inside that element, or by its name. */
export function controlAt(root: HTMLElement, path: string): HTMLElement | null {
	const controls = [...root.querySelectorAll<HTMLElement>('[data-path]')];
	for (let keys = path.split('.'); keys.length > 0; keys = keys.slice(0, -1)) {
		const wanted = keys.join('.');
		const found = controls.find(({ dataset }) => dataset.path === wanted) ??
			controls.find(({ dataset }) => dataset.path?.startsWith(`${wanted}.`));
		if (found) {
			return found;
		}
	}
	return path === '' ? null : root.querySelector<HTMLElement>(`[name="${CSS.escape(path)}"]`);
}

/** The sentence without the path in front, which is redundant at the field; a label stays. */
function withoutPath(message: string, path: string): string {
	const rest = message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
	return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Shows a refusal at the field it names; false if that field is not visible. */
export function isShownAtField(
	root: HTMLElement, error: unknown, find: (path: string) => HTMLElement | null = path => controlAt(root, path),
): error is Refused {
	const control = error instanceof Refused && error.field !== '' ? find(error.field) : null;
	const isInSight = control !== null && control.getClientRects().length > 0;
	if (isInSight && error instanceof Refused) {
		showProblem(control, withoutPath(error.message, error.field));
	}
	return isInSight;
}

/** Shows an error in an alert, and focuses the alert if possible. It disappears with the next change of its form. */
export function tellIn(alert: HTMLElement | null | undefined, error: unknown): void {
	if (alert) {
		alert.textContent = problemText(error);
		alert.classList.remove('d-none');
		alert.focus();
		alert.closest('form, dialog')?.addEventListener('input', () => alert.classList.add('d-none'), { once: true });
	}
}

/** Runs the work; shows an error in the alert, unless it was shown already. */
export function attemptIn(
	alertOf: () => HTMLElement | null | undefined, isSaid: (error: unknown) => boolean = () => false,
): (work: () => Promise<void>) => void {
	return (work) => {
		alertOf()?.classList.add('d-none');
		work().catch((error: unknown) => (isSaid(error) ? undefined : tellIn(alertOf(), error)));
	};
}

/** When a field is right, and the key of the sentence otherwise. */
export interface Check { isRight: (value: string) => boolean; key: string }

interface Sending {
	/** For errors about the whole form; by default a toast. */
	alert?: HTMLElement | null | undefined;
	/** Checks by field name, before sending. */
	checks?: Record<string, Check>;
	/** `values` are the fields by name; `button` is the value of the pressed one. */
	send(values: Record<string, string>, button: string, data: FormData): Promise<void>;
}

const valueOf = (control: HTMLElement) => (control as HTMLInputElement).value.trim();

/** Marks all problems at once; true if there are none. */
async function isChecked(form: HTMLFormElement, checks: Record<string, Check>): Promise<boolean> {
	const wrong = await Promise.all(Object.entries(checks).map(async ([field, { isRight, key }]): Promise<Wrong[]> => {
		const control = controlAt(form, field);
		const fits = () => control === null || isRight(valueOf(control));
		return control && !fits() ? [{ control, problem: await say(key), isRight: fits }] : [];
	}));
	showProblems(wrong.flat());
	return wrong.flat().length === 0;
}

/** Submits a form by script, once at a time. Errors appear at their field or in the alert; typed text stays. */
export function onSubmit(form: HTMLFormElement | null | undefined, { alert, checks = {}, send }: Sending): void {
	let isBusy = false;
	const tell = (error: unknown) => (alert ? tellIn(alert, error) : failed(error));
	async function submitted(target: HTMLFormElement, button: string): Promise<void> {
		alert?.classList.add('d-none');
		overcome();
		const data = new FormData(target);
		try {
			if (await isChecked(target, checks)) {
				await send(Object.fromEntries([...data].map(([name, value]) => [name, value as string])), button, data);
			}
		} catch (error) {
			if (!isShownAtField(target, error)) {
				tell(error);
			}
		}
	}
	form?.addEventListener('submit', (event) => {
		event.preventDefault();
		if (!isBusy) {
			isBusy = true;
			void submitted(form, event.submitter instanceof HTMLButtonElement ? event.submitter.value : '')
				.finally(() => { isBusy = false; });
		}
	});
}
