import { dayIn } from '../../kernel/formats/date';
import { uidOf } from '../../kernel/host/member';
import type { Host } from '../../kernel/host/ports';
import { languageToken } from '../../kernel/refusals/message';
import type { Page } from '../../kernel/slice/routes';
import { firstOf } from '../../platform/paged-index';
import { isPartner } from '../company/account';
import { postLine } from './console-tabs';
import type { PartnerDirectory } from '../accounts/directory';
import type { PartnerSettings } from '../company/settings';
import type { StaffPosts } from '../posts/staff-posts';
import type { PartnerStore } from '../accounts/store';
import { all, type Soon } from '../../kernel/host/soon';

const title = '[[forum-terms:company.page]]';
const latestPosts = 200;

interface Parts {
	store: PartnerStore;
	directory: PartnerDirectory;
	settings: () => Soon<PartnerSettings>;
	posts: StaffPosts;
	host: Pick<Host, 'care' | 'clock' | 'members'>;
}

/** The public page of a partner: its people, and their latest posts that the reader may see. */
export function companyPage({ store, directory, posts, settings, host }: Parts): Page {
	/** People of the company of whom the reader can read a post, with their current role. */
	async function speakers(id: string, reader: number) {
		const pids = await host.care.readable(await firstOf(store.posts(id), latestPosts), reader);
		const rows = await host.care.read(pids, []);
		const uids = [...new Set(rows.flatMap(row => (row && !row.isDeleted ? [row.uid] : [])))];
		const memberships = await all(uids.map(uid => directory.membership(uid)));
		const present = memberships.filter(row => row?.partner === id).filter(row => row !== null);
		const profiles = await host.members.profiles(present.map(({ uid }) => uid));
		return present.flatMap(({ role }, index) => {
			const profile = profiles[index];
			return profile ? [{ role, username: profile.username, userslug: profile.userslug }] : [];
		});
	}
	return {
		path: '/forum-terms/partners/:id', access: 'anyone', kind: 'public', title,
		async render({ actor, params, language }) {
			const [account, { showPartner, partnerPages }] = await Promise.all([
				directory.account(params.id ?? ''), settings(),
			]);
			if (!account || !showPartner || !partnerPages) {
				return { notFound: true };
			}
			const { id, company, createdAt } = account;
			const reader = uidOf(actor);
			const [{ posts: newest }, people, membership] = await Promise.all([
				posts.list(id, reader, { state: 'visible' }), speakers(id, reader), reader > 0 ? directory.membership(reader) : null,
			]);
			return {
				template: 'forum-terms/company',
				data: {
					title: languageToken('forum-terms:page.named', [company]), id, company, mayAsk: reader > 0 && !membership,
					level: isPartner(account, host.clock.now()) ? account.level : '',
					sinceISO: new Date(createdAt).toISOString(), sinceOn: dayIn(language, createdAt),
					people, posts: newest.map(postLine),
				},
			};
		},
	};
}
