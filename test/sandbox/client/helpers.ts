let isRegistered = false;

/**
 * HOST: public/src/app.js `load` registers what templates are rendered with, often after the plugins' modules have
 * started: a toast before is empty.
 */
export function register(): void {
	isRegistered = true;
}

export const rendered = (text: string): string => (isRegistered ? text : '');

// As late as it can be: when somebody begins to use the page.
for (const name of ['pointerdown', 'keydown', 'click', 'input', 'change', 'submit']) {
	document.addEventListener(name, register, { capture: true, once: true });
}
