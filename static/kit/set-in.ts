/**
 * Indents a box below a post like its text. HOST: nodebb-theme-persona/scss/topic.scss indents the text from the
 * avatars.
 */
export function setInAs(content: Element, box: HTMLElement): void {
	box.style.marginInlineStart = getComputedStyle(content).marginInlineStart;
}
