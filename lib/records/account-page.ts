import { uidOf } from '../kernel/host/member';
import type { OwnData } from '../kernel/slice/own-data';
import type { Members } from '../kernel/host/ports';
import type { Page } from '../kernel/slice/routes';

/** A member's own agreements with their receipts; only they and administrators may see it. */
export function accountPage({ ownData, host: { members } }: {
	ownData: OwnData; host: { members: Pick<Members, 'isAdministrator'> };
}): Page {
	return {
		path: '/user/:userslug/forum-terms', access: 'member', kind: 'account',
		title: '[[forum-terms:page.account.title]]',
		async render({ actor, language, accountUid = 0 }) {
			const viewer = uidOf(actor);
			if (viewer !== accountUid && !await members.isAdministrator(viewer)) {
				return { notFound: true };
			}
			return {
				template: 'account/forum-terms',
				data: { isSelf: viewer === accountUid, ...await ownData(accountUid, language, { kind: 'page' }) },
			};
		},
	};
}
