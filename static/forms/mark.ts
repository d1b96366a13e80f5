/** A problem: a sentence, or a function that returns the current one, empty once it is solved. */
export type Problem = string | (() => string);

interface How {
	/** For a plain sentence: whether it is solved; without it, on the first change of the control. */
	isRight?: (() => boolean) | undefined;
	/** All controls of the field; the first one is described. */
	controls?: readonly HTMLElement[];
	/** Where the sentence goes; by default after the control. */
	place?: HTMLElement;
}
interface Mark { line: HTMLElement; clear(): void }

const marks = new WeakMap<HTMLElement, Mark>();

/** Event on a control, bubbling, when its mark appears, changes or disappears. */
export const marksChanged = 'forum-terms-marks';

function tell(control: HTMLElement): void {
	control.dispatchEvent(new Event(marksChanged, { bubbles: true }));
}

/** The current problem at a control; empty if there is none. */
export function problemAt(control: HTMLElement): string {
	return marks.get(control)?.line.textContent ?? '';
}

/** Removes the mark of an earlier problem. */
export function clearProblem(control: HTMLElement): void {
	const mark = marks.get(control);
	if (mark) {
		marks.delete(control);
		mark.clear();
		tell(control);
	}
}

function lineAt(control: HTMLElement, text: string, place?: HTMLElement): HTMLElement {
	const line = document.createElement('div');
	line.id = `${control.id || control.dataset.path || 'field'}-problem`;
	line.className = 'invalid-feedback d-block';
	line.textContent = text;
	// Without script the server wrote it there.
	document.getElementById(line.id)?.remove();
	// A group has room below it, which its message would come after.
	const inside = place ?? (control instanceof HTMLFieldSetElement ? control : null);
	if (inside) {
		inside.append(line);
	} else {
		(control.closest('.input-group, .form-check') ?? control).after(line);
	}
	return line;
}

/** Marks every control of a field as wrong; returns a function that undoes it. */
function paint(controls: readonly HTMLElement[], id: string): () => void {
	const before = controls.map(control => control.getAttribute('aria-describedby'));
	controls.forEach((control, index) => {
		control.classList.add('is-invalid');
		control.setAttribute('aria-invalid', 'true');
		control.setAttribute('aria-describedby', `${before[index] ?? ''} ${id}`.trim());
	});
	return () => controls.forEach((control, index) => {
		const described = before[index];
		control.classList.remove('is-invalid');
		control.removeAttribute('aria-invalid');
		if (typeof described === 'string') {
			control.setAttribute('aria-describedby', described);
		} else {
			control.removeAttribute('aria-describedby');
		}
	});
}

/**
 * Marks a control with a problem, also for screen readers. The mark is updated on any input on the page, since one
 * field can solve another's problem, and disappears when all is right.
 */
export function markProblem(
	control: HTMLElement, problem: Problem, { isRight, controls = [control], place }: How = {},
): void {
	clearProblem(control);
	const line = lineAt(control, typeof problem === 'string' ? problem : problem(), place);
	const unpaint = paint(controls, line.id);
	const gone = new AbortController();
	// One radio button represents its group.
	const about = [...controls, control.matches('[type="radio"]') ? control.closest('fieldset') : null];
	function look({ target }: Event): void {
		const isOver = isRight ? isRight() : about.some(one => one?.contains(target as Node));
		const now = typeof problem === 'string' ? isOver ? '' : problem : problem();
		if (now === '' || !control.isConnected) {
			clearProblem(control);
		} else if (line.textContent !== now) {
			line.textContent = now;
			tell(control);
		}
	}
	for (const name of ['input', 'change']) {
		document.addEventListener(name, look, { signal: gone.signal });
	}
	marks.set(control, {
		line,
		clear() {
			gone.abort();
			line.remove();
			unpaint();
		},
	});
	tell(control);
}
