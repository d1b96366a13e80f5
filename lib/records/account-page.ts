import { uidOf } from '../kernel/host/member';
import type { OwnData } from '../kernel/slice/own-data';
import type { Members } from '../kernel/host/ports';
import type { Page } from '../kernel/slice/routes';
import type { OwnTexts } from './own-texts';

const mostTexts = 20;
const iso = (time: number) => (time > 0 ? new Date(time).toISOString() : '');

/** A member's agreements with their receipts, and decisions about their posts; for them and administrators. */
export function accountPage({ ownData, texts, host: { members } }: {
	ownData: OwnData; texts: Pick<OwnTexts, 'page'>; host: { members: Pick<Members, 'isAdministrator'> };
}): Page {
	return {
		path: '/user/:userslug/forum-terms', access: 'member', kind: 'account',
		title: '[[forum-terms:page.account.title]]',
		async render({ actor, language, accountUid = 0 }) {
			const viewer = uidOf(actor);
			if (viewer !== accountUid && !await members.isAdministrator(viewer)) {
				return { notFound: true };
			}
			// What they wrote is for them alone; administrators read it with the decision.
			const own = viewer === accountUid ? await texts.page(viewer, mostTexts) : [];
			return {
				template: 'account/forum-terms',
				data: {
					isSelf: viewer === accountUid, ...await ownData(accountUid, language, { kind: 'page' }),
					texts: own.map(text => ({ ...text, atISO: iso(text.at), writtenISO: iso(text.writtenAt) })),
				},
			};
		},
	};
}
