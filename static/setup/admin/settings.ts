import * as alerts from 'alerts';
import * as settings from 'settings';
import { problemText, say } from 'forum-terms/kit/dom';
import { showProblem, showProblems } from 'forum-terms/forms/form';

const labelOf = (input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '';

/** The setting that a refusal is about; the server names its label. */
function refusedField(form: HTMLFormElement, message: string): HTMLInputElement | undefined {
	return [...form.querySelectorAll<HTMLInputElement>('[name]')]
		.filter(input => labelOf(input) !== '' && message.includes(labelOf(input)))
		.sort((one, other) => labelOf(other).length - labelOf(one).length)[0];
}

/** Reports numbers out of bounds at their fields; true if there are none. */
async function areInBounds(form: HTMLFormElement): Promise<boolean> {
	const wrong = [...form.querySelectorAll<HTMLInputElement>('input[type="number"]')].filter(input => !input.checkValidity());
	showProblems(await Promise.all(wrong.map(async control => ({
		control, problem: await say('admin/plugins/forum-terms:settings.between', control.min, control.max),
		isRight: () => control.checkValidity(),
	}))));
	return wrong.length === 0;
}

/** The settings of all slices in one form; errors appear at their field. */
export function initSettings(root: ParentNode): void {
	const form = root.querySelector<HTMLFormElement>('.forum-terms-settings');
	if (!form) {
		return;
	}
	function tell(error: Error | null): void {
		const field = form && error && refusedField(form, problemText(error));
		if (field) {
			showProblem(field, problemText(error));
		} else if (error) {
			alerts.error(error);
		} else {
			say('admin/plugins/forum-terms:settings.saved').then(alerts.success, () => undefined);
		}
	}
	// HOST: public/src/modules/settings.js expects a jQuery object.
	settings.load('forum-terms', $(form));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		areInBounds(form).then((isRight) => {
			if (isRight) {
				// HOST: public/src/modules/settings.js reports by its header button, which this page does not have.
				settings.save('forum-terms', $(form), tell);
			}
		}, (error: unknown) => tell(error as Error));
	});
}
