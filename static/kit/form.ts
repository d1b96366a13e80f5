import { element, problemText, say } from 'forum-terms/kit/dom';
import { Refused } from 'forum-terms/kit/request';

/** How to remove the mark of a control. */
const marks = new WeakMap<HTMLElement, () => void>();

/** Removes the mark of an earlier problem. */
export function clearProblem(control: HTMLElement): void {
	marks.get(control)?.();
	marks.delete(control);
}

/**
 * Marks a control with a problem, also for screen readers, and focuses it. The mark disappears as soon as the control
 * is right; without a rule, on the first change.
 */
export function showProblem(control: HTMLElement, message: string, isRight: () => boolean = () => true): void {
	clearProblem(control);
	const id = `${control.id || control.dataset.path || 'field'}-problem`;
	// The server may have rendered it for readers without script.
	document.getElementById(id)?.remove();
	const line = element('div', { class: 'invalid-feedback d-block', id }, message);
	const described = control.getAttribute('aria-describedby');
	const gone = new AbortController();
	(control.closest('.input-group, .form-check') ?? control).after(line);
	control.classList.add('is-invalid');
	control.setAttribute('aria-invalid', 'true');
	control.setAttribute('aria-describedby', `${described ?? ''} ${id}`.trim());
	marks.set(control, () => {
		gone.abort();
		line.remove();
		control.classList.remove('is-invalid');
		control.removeAttribute('aria-invalid');
		if (described === null) {
			control.removeAttribute('aria-describedby');
		} else {
			control.setAttribute('aria-describedby', described);
		}
	});
	for (const name of ['input', 'change']) {
		control.addEventListener(name, () => {
			if (isRight()) {
				clearProblem(control);
			}
		}, { signal: gone.signal });
	}
	control.focus();
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

/** Shows an error in an alert, and focuses the alert if possible. */
export function tellIn(alert: HTMLElement | null | undefined, error: unknown): void {
	if (alert) {
		alert.textContent = problemText(error);
		alert.classList.remove('d-none');
		alert.focus();
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
	/** For errors about the whole form. */
	alert?: HTMLElement | null | undefined;
	/** Checks by field name, before sending. */
	checks?: Record<string, Check>;
	/** `values` are the fields by name; `button` is the value of the pressed one. */
	send(values: Record<string, string>, button: string, data: FormData): Promise<void>;
}

const valueOf = (control: HTMLElement) => (control as HTMLInputElement).value.trim();

async function isChecked(form: HTMLFormElement, checks: Record<string, Check>): Promise<boolean> {
	const wrong = Object.entries(checks).flatMap(([field, check]) => {
		const control = controlAt(form, field);
		return control && !check.isRight(valueOf(control)) ? [{ control, check }] : [];
	});
	// The first one last, because it keeps the focus.
	for (const { control, check: { key, isRight } } of wrong.reverse()) {
		showProblem(control, await say(key), () => isRight(valueOf(control)));
	}
	return wrong.length === 0;
}

/** Submits a form by script, once at a time. Errors appear at their field or in the alert; typed text stays. */
export function onSubmit(form: HTMLFormElement | null | undefined, { alert, checks = {}, send }: Sending): void {
	let isBusy = false;
	async function submitted(target: HTMLFormElement, button: string): Promise<void> {
		alert?.classList.add('d-none');
		const data = new FormData(target);
		try {
			if (await isChecked(target, checks)) {
				await send(Object.fromEntries([...data].map(([name, value]) => [name, value as string])), button, data);
			}
		} catch (error) {
			if (!isShownAtField(target, error)) {
				tellIn(alert, error);
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
