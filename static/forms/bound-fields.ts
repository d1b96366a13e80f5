type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Value = string | number | boolean | readonly string[] | undefined;

const listed = (text: string): string[] =>
	[...new Set(text.split(/[,\n]/).map(part => part.trim()).filter(part => part !== ''))];

function read(control: Control): Value {
	if (control instanceof HTMLInputElement && control.type === 'checkbox') {
		return control.dataset.on ? (control.checked ? control.dataset.on : undefined) : control.checked;
	}
	if (control instanceof HTMLInputElement && control.type === 'number') {
		return control.value === '' ? 0 : Number(control.value);
	}
	return control.dataset.as === 'list' ? listed(control.value) : control.value;
}

function write(control: Control, value: unknown): void {
	if (control instanceof HTMLInputElement && control.type === 'checkbox') {
		control.checked = control.dataset.on ? value === control.dataset.on : value === true;
	} else {
		control.value = Array.isArray(value) ? value.join(', ') :
			typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	}
}

/**
 * Binds the controls with `data-part` to the properties of a record, both ways. `data-as="list"` is a comma-separated
 * list, `data-on` the value of a ticked box.
 */
export function bindFields(root: HTMLElement, record: object, changed: (part: string) => void): void {
	const target = record as Record<string, unknown>;
	for (const control of root.querySelectorAll<Control>('[data-part]')) {
		const part = control.dataset.part ?? '';
		write(control, target[part]);
		control.addEventListener(control instanceof HTMLSelectElement || control.type === 'checkbox' ? 'change' : 'input', () => {
			target[part] = read(control);
			changed(part);
		});
	}
}
