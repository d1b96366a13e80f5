import { element } from 'forum-terms/kit/dom';

/** Takes the mark of an earlier problem away. */
export function clearProblem(control: HTMLElement): void {
	const id = control.dataset.problem;
	if (id) {
		document.getElementById(id)?.remove();
		control.classList.remove('is-invalid');
		control.removeAttribute('aria-invalid');
		const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(other => other !== '' && other !== id);
		control.setAttribute('aria-describedby', others.join(' '));
		delete control.dataset.problem;
	}
}

/** Says at a control what is wrong with it, for eyes and screen readers, until it is changed; it takes the focus. */
export function showProblem(control: HTMLElement, message: string): void {
	clearProblem(control);
	const id = `${control.id || control.dataset.path || 'field'}-problem`;
	const place = control.closest('.input-group') ?? control;
	place.after(element('div', { class: 'invalid-feedback d-block', id }, message));
	control.dataset.problem = id;
	control.classList.add('is-invalid');
	control.setAttribute('aria-invalid', 'true');
	control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby') ?? ''} ${id}`.trim());
	for (const name of ['input', 'change']) {
		control.addEventListener(name, () => clearProblem(control), { once: true });
	}
	control.focus();
}

/** The control of a field by its path (`options.1.value`), or of what lies nearest around or in it. */
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
	return null;
}

/** The sentence without the path at its start, which says nothing at the field itself; a field's label stays. */
export function withoutPath(message: string, path: string): string {
	const rest = message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
	return rest.charAt(0).toUpperCase() + rest.slice(1);
}
