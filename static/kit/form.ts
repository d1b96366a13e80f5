import { element, problemText, say } from 'forum-terms/kit/dom';
import { Refused } from 'forum-terms/kit/request';

/** How the mark at a control is taken away again. */
const marks = new WeakMap<HTMLElement, () => void>();

/** Takes the mark of an earlier problem away. */
export function clearProblem(control: HTMLElement): void {
	marks.get(control)?.();
	marks.delete(control);
}

/**
 * Says at a control what is wrong with it, for eyes and screen readers, and moves the focus there. The mark goes as
 * soon as the control is right; without a rule for that, with the first change.
 */
export function showProblem(control: HTMLElement, message: string, isRight: () => boolean = () => true): void {
	clearProblem(control);
	const id = `${control.id || control.dataset.path || 'field'}-problem`;
	// Without script the server wrote it there.
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

/** The control of a field by its path (`options.1.value`), or of what lies nearest around or in it, or by its name. */
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

/** The sentence without the path at its start, which says nothing at the field itself; a field's label stays. */
function withoutPath(message: string, path: string): string {
	const rest = message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
	return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Shows a refusal at the field that it names; false when it names none that is in sight. */
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

/** Says in an alert what went wrong; an alert that can have the focus takes it. */
export function tellIn(alert: HTMLElement | null | undefined, error: unknown): void {
	if (alert) {
		alert.textContent = problemText(error);
		alert.classList.remove('d-none');
		alert.focus();
	}
}

/** Tries something; what goes wrong with it is said in the alert, unless that has been done already. */
export function attemptIn(
	alertOf: () => HTMLElement | null | undefined, isSaid: (error: unknown) => boolean = () => false,
): (work: () => Promise<void>) => void {
	return (work) => {
		alertOf()?.classList.add('d-none');
		work().catch((error: unknown) => (isSaid(error) ? undefined : tellIn(alertOf(), error)));
	};
}

/** When a field is right, and the key of the sentence that is said as long as it is not. */
export interface Check { isRight: (value: string) => boolean; key: string }

interface Sending {
	/** For what goes wrong with the whole of it. */
	alert?: HTMLElement | null | undefined;
	/** By field, before anything is sent. */
	checks?: Record<string, Check>;
	/** `values` are the fields by name; `button` is the value of the one that was pressed. */
	send(values: Record<string, string>, button: string, data: FormData): Promise<void>;
}

const valueOf = (control: HTMLElement) => (control as HTMLInputElement).value.trim();

async function isChecked(form: HTMLFormElement, checks: Record<string, Check>): Promise<boolean> {
	const wrong = Object.entries(checks).flatMap(([field, check]) => {
		const control = controlAt(form, field);
		return control && !check.isRight(valueOf(control)) ? [{ control, check }] : [];
	});
	// The first one last: it keeps the focus.
	for (const { control, check: { key, isRight } } of wrong.reverse()) {
		showProblem(control, await say(key), () => isRight(valueOf(control)));
	}
	return wrong.length === 0;
}

/** Sends a form by script, once at a time. What is wrong is said at its field or in the alert; what was typed stays. */
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
