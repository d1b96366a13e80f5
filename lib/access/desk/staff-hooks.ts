import { actorOf, uidOf } from '../../kernel/host/member';
import type { Host } from '../../kernel/host/ports';
import { hook } from '../../kernel/slice/slice';
import { textOf } from '../../kernel/formats/text';
import type { FactFinder } from '../termination/facts';
import { mayRestrict } from './routes';
import { outranks } from '../restriction/rules';

interface Menu { uid?: unknown; callerUID?: unknown; links: unknown[] }
interface Tools { pid?: unknown; uid?: unknown; post?: Record<string, unknown>; tools: unknown[] }

/** Menu entries that lead staff to the restrictions page. */
export function accessMenus({ facts, host }: {
	facts: Pick<FactFinder, 'rights' | 'moderatedBy'>; host: Pick<Host, 'places' | 'members'>;
}) {
	/** Another member's post in a category that the reader may act in. */
	async function isInReach(pid: string, author: number, by: number): Promise<boolean> {
		const { isGlobalStaff, mayBan, mayMute, moderates } = await facts.rights(by);
		if (author === by || await host.members.isAdministrator(author)) {
			return false;
		}
		if (isGlobalStaff || moderates === 'all') {
			return true;
		}
		const theirs = await facts.moderatedBy(author);
		if (mayBan || mayMute) {
			return theirs !== 'all';
		}
		const cid = moderates.length > 0 ? await host.places.categoryOf({ pid }) : null;
		return cid !== null && moderates.includes(cid) &&
			!outranks(theirs, { scope: { categories: [cid] } }, { moderates });
	}

	return {
		menu: hook<Menu>('open', 'the page is still reachable by its address', async ({ uid, callerUID, links }) => {
			const [member, caller] = [uidOf(actorOf(uid)), actorOf(callerUID)];
			if (member > 0 && member !== uidOf(caller) && await mayRestrict(facts, caller)) {
				// HOST: src/controllers/accounts/helpers.js `filterLinks` does not know our permission, so it is
				// checked here.
				links.push({
					id: 'forum-terms-access', route: `forum-terms-access/${member}`, name: '[[forum-terms:menu.access]]',
					icon: 'fa-user-lock',
					visibility: {
						self: false, other: true, moderator: true, globalMod: true, admin: true, canViewInfo: false,
					},
				});
			}
		}),
		tools: hook<Tools>('open', 'the page is still reachable by its address', async ({ pid, uid, post, tools }) => {
			const [author, by] = [uidOf(actorOf(post?.uid)), uidOf(actorOf(uid))];
			if (author > 0 && by > 0 && await isInReach(textOf(pid), author, by)) {
				tools.push({
					action: 'forum-terms/restrict', icon: 'fa-user-lock', html: '[[forum-terms:restriction.tool]]',
				});
			}
		}),
	};
}
