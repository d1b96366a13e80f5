/** Lets the entries of a list be dragged by their handles; dropped elsewhere than in the list they go back. */
export function dragOrder(list: HTMLElement, handle: string, moved: (from: number, to: number) => void): void {
	let dragged: HTMLElement | null = null;
	let from = -1;
	let isDropped = false;
	const entries = () => [...list.children] as HTMLElement[];

	list.addEventListener('dragstart', (event) => {
		const entry = event.target instanceof HTMLElement && event.target.matches(handle) ?
			entries().find(each => each.contains(event.target as Node)) : undefined;
		if (entry) {
			[dragged, from, isDropped] = [entry, entries().indexOf(entry), false];
			event.dataTransfer?.setData('text/plain', '');
			event.dataTransfer?.setDragImage(entry, 12, 12);
			entry.classList.add('opacity-50');
		}
	});
	list.addEventListener('dragover', (event) => {
		const over = dragged && entries().find(each => each.contains(event.target as Node));
		if (dragged) {
			event.preventDefault();
		}
		if (dragged && over && over !== dragged) {
			const { top, height } = over.getBoundingClientRect();
			list.insertBefore(dragged, event.clientY < top + (height / 2) ? over : over.nextSibling);
		}
	});
	list.addEventListener('drop', (event) => {
		if (dragged) {
			event.preventDefault();
			isDropped = true;
		}
	});
	list.addEventListener('dragend', () => {
		if (dragged) {
			const to = entries().indexOf(dragged);
			dragged.classList.remove('opacity-50');
			if (!isDropped) {
				const others = entries().filter(entry => entry !== dragged);
				list.insertBefore(dragged, others[from] ?? null);
			} else if (to !== from) {
				moved(from, to);
			}
			dragged = null;
		}
	});
}
