import { element } from 'forum-terms/kit/dom';

/** HOST: composer-default/static/templates/partials/composer-title-container.tpl; the phone version follows it. */
function selectorIn(container: HTMLElement): HTMLElement | null {
	return container.querySelector('.category-list-container [component="category-selector"]');
}

/** Whether the author can choose a category in a composer. */
export function canChange(container: HTMLElement): boolean {
	return selectorIn(container) !== null;
}

/**
 * Chooses a category by clicking its list entry, as the author would, so that NodeBB updates tags, queue, draft and
 * button. HOST: public/src/modules/categorySelector.js listens for clicks on anything with `data-cid`; the list is
 * loaded only when it opens (categorySearch.js), so a temporary entry is added.
 */
export function changeCategory(container: HTMLElement, { cid, name }: { cid: number; name: string }): void {
	const selector = selectorIn(container);
	const listed = selector?.querySelector<HTMLElement>(`[data-cid="${cid}"]:not(.disabled)`);
	const entry = listed ?? element('span', { 'data-cid': String(cid), 'data-name': name, class: 'd-none' },
		element('span', { component: 'category-markup' },
			element('span', { class: 'category-item d-inline-flex align-items-center gap-1' },
				element('span', { class: 'category-name' }, name))));
	if (!listed) {
		selector?.append(entry);
	}
	entry.click();
	if (!listed) {
		entry.remove();
	}
}

/** The displayed fields that NodeBB has of the chosen category. */
export interface ChosenCategory { icon?: unknown; bgColor?: unknown; color?: unknown }

/**
 * Adds the icon of the chosen category, which the temporary entry lacked. HOST: public/src/modules/helpers.common.js
 * `buildCategoryIcon`, at the size of the selector.
 */
export function addIcon(container: HTMLElement, { icon, bgColor, color }: ChosenCategory): void {
	if (typeof icon !== 'string' || icon === '') {
		return;
	}
	const chosen = '[component="category-selector-selected"] > .category-item:not(:has(.icon))';
	container.querySelectorAll(chosen).forEach((shown) => {
		const made = element('span', {
			class: 'icon d-inline-flex justify-content-center align-items-center align-middle rounded-circle',
		}, element('i', { class: `fa fa-fw ${icon}`, 'aria-hidden': 'true' }));
		Object.assign(made.style, {
			backgroundColor: String(bgColor), color: String(color), width: '24px', height: '24px', fontSize: '12px',
		});
		shown.prepend(made);
	});
}
