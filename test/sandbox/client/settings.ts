import * as alerts from './alerts.js';
import { emit } from './api.js';
import { say } from './dom.js';

type Wrapped = ArrayLike<HTMLFormElement>;
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function fieldsOf(form: Wrapped): Field[] {
	return [...form[0]?.querySelectorAll<Field>('[name]') ?? []];
}

/** NodeBB's settings of a plugin in the ACP: strings, switches as on and off. */
export function load(hash: string, form: Wrapped): void {
	emit<Record<string, string>>('admin.settings.get', { hash }).then((values) => {
		for (const field of fieldsOf(form)) {
			const value = values[field.name];
			if (value !== undefined && field instanceof HTMLInputElement && field.type === 'checkbox') {
				field.checked = value === 'on';
			} else if (value !== undefined) {
				field.value = value;
			}
		}
	}).catch((error: unknown) => alerts.error(error as Error));
}

export function save(hash: string, form: Wrapped, callback?: (error: Error | null) => void): void {
	const values = Object.fromEntries(fieldsOf(form).map(field => [field.name,
		field instanceof HTMLInputElement && field.type === 'checkbox' ? (field.checked ? 'on' : 'off') : field.value]));
	emit('admin.settings.set', { hash, values })
		.then(async () => (callback ? callback(null) : alerts.success(await say('sandbox:saved'))))
		.catch((error: unknown) => (callback ?? alerts.error)(error as Error));
}
