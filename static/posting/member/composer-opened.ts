import * as hooks from 'hooks';
import { first } from 'forum-terms/kit/dom';

/**
 * Calls the listener for every composer, once it is ready, including those that were ready before this module was
 * loaded: main.ts has kept them.
 */
export function onComposer<T extends { postContainer: unknown }>(listener: (opened: T) => void): void {
	const told = new WeakSet<HTMLElement>();
	const tell = (opened: T) => {
		const container = first(opened.postContainer);
		if (container && !told.has(container)) {
			told.add(container);
			listener(opened);
		}
	};
	hooks.on('action:composer.enhanced', tell);
	const earlier = (window.forumTermsComposers ?? []) as T[];
	earlier.filter(({ postContainer }) => first(postContainer)?.isConnected).forEach(tell);
}
