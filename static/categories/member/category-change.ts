import { element } from 'forum-terms/kit/dom';

/** HOST: composer-default/static/templates/partials/composer-title-container.tpl; the one for phones follows it. */
function selectorIn(container: HTMLElement): HTMLElement | null {
	return container.querySelector('.category-list-container [component="category-selector"]');
}

/** Whether a composer lets its author choose a category. */
export function canChange(container: HTMLElement): boolean {
	return selectorIn(container) !== null;
}

/**
 * Chooses a category as its author would: by the entry of the list. What else hangs on the choice (tags, queue, draft,
 * button) is NodeBB's to do.
 * HOST: public/src/modules/categorySelector.js listens for clicks on anything with `data-cid`; the list itself is only
 * there once somebody has opened it (categorySearch.js), so an entry is lent to it.
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

/** What NodeBB has read of a category that was chosen, as far as it is shown. */
export interface ChosenCategory { icon?: unknown; bgColor?: unknown; color?: unknown }

/**
 * Gives the chosen category its icon where the lent entry had none.
 * HOST: public/src/modules/helpers.common.js `buildCategoryIcon`, at the size of the selector.
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
