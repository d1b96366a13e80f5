import { forumSettings } from '../forum/settings';
import type { Forum } from '../forum/forum';

/** Who decided, as a reader may know it: 0 stands for the forum's staff. */
export type Shown = (uid: number) => number;

/** The one rule for all decisions: staff know who decided, those affected only if the setting says so. */
export interface ShownDeciders { to(isAffected: boolean): Promise<Shown> }

export function shownDeciders({ settings }: Pick<Forum, 'settings'>): ShownDeciders {
	const read = settings(forumSettings);
	return {
		async to(isAffected) {
			const isShown = !isAffected || (await read()).showDecider;
			return uid => (isShown ? uid : 0);
		},
	};
}
