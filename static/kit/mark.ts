/** What is to be mended: a sentence, or what says it as things stand and is empty once all is right. */
export type Problem = string | (() => string);

interface How {
	/** With a plain sentence: when it is over; without a rule, with the first change of what it is about. */
	isRight?: (() => boolean) | undefined;
	/** Where several controls are one field; the first of them is described. */
	controls?: readonly HTMLElement[];
	/** Where the sentence stands; else behind the control. */
	place?: HTMLElement;
}
interface Mark { line: HTMLElement; clear(): void }

const marks = new WeakMap<HTMLElement, Mark>();

/** Told at a control, bubbling, whenever its mark comes, changes or goes. */
export const marksChanged = 'forum-terms-marks';

function tell(control: HTMLElement): void {
	control.dispatchEvent(new Event(marksChanged, { bubbles: true }));
}

/** What is said at a control; empty where nothing is wrong with it. */
export function problemAt(control: HTMLElement): string {
	return marks.get(control)?.line.textContent ?? '';
}

/** Takes the mark of an earlier problem away. */
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
	if (place) {
		place.append(line);
	} else {
		(control.closest('.input-group, .form-check') ?? control).after(line);
	}
	return line;
}

/** Marks every control of a field as wrong; answers how to take that back. */
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
 * Says at a control what is wrong with it, for eyes and screen readers. The mark follows what is typed anywhere on the
 * page, for one field can settle another: its sentence changes with the problem, and it goes as soon as all is right.
 */
export function markProblem(
	control: HTMLElement, problem: Problem, { isRight, controls = [control], place }: How = {},
): void {
	clearProblem(control);
	const line = lineAt(control, typeof problem === 'string' ? problem : problem(), place);
	const unpaint = paint(controls, line.id);
	const gone = new AbortController();
	// One of several circles stands for all of them.
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
