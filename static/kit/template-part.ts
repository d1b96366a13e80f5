const referring = ['id', 'for', 'aria-describedby', 'aria-controls', 'aria-labelledby', 'name'];

/** A copy of a `<template data-role>`; `@` in ids and references becomes the prefix. */
export function templatePart(root: ParentNode, role: string, prefix: string): HTMLElement {
	const template = root.querySelector<HTMLTemplateElement>(`template[data-role="${role}"]`);
	const made = template?.content.firstElementChild?.cloneNode(true);
	if (!(made instanceof HTMLElement)) {
		throw new Error(`no template ${role}`);
	}
	for (const node of [made, ...made.querySelectorAll('*')]) {
		for (const name of referring) {
			const value = node.getAttribute(name);
			if (value?.includes('@')) {
				node.setAttribute(name, value.replaceAll('@', prefix));
			}
		}
	}
	return made;
}
