import { actorOf, uidOf } from '../../kernel/host/member';
import type { Host } from '../../kernel/host/ports';
import { hook } from '../../kernel/slice/slice';
import { textOf } from '../../kernel/formats/text';
import type { PartnerDirectory } from '../accounts/directory';
import type { LentEdit } from '../posts/lent-edit';
import { attributionFields } from '../posts/post-attribution';
import type { NewEvent } from '../timeline/event-log';
import type { PartnerSettings } from '../company/settings';
import type { PartnerStore } from '../accounts/store';
import { atOnce, now, type Soon } from '../../kernel/host/soon';

type Fields = Record<string, unknown>;
type Moderated = Extract<NewEvent, { kind: 'post-moderated' }>['act'];
interface Touched { post: Fields; uid?: unknown }
interface TouchedTopic { topic: Fields; uid?: unknown }
interface Update { flagId?: unknown; changeset?: { state?: unknown; report?: unknown }; uid?: unknown }
interface Editing { pid?: unknown; uid?: unknown; isEditor?: unknown }
interface Menu { uid?: unknown; links: unknown[] }

const actStands = "the moderator's act stands; only the record for the owner is missing";
const reportStands = 'the report stands; only the record for the owner is missing';

/** Records reports and moderation of partners' posts, and notifies the owners (clause 4.12). */
export function watchHooks({ store, directory, lentEdit, settings, host }:
{
	store: PartnerStore; directory: PartnerDirectory; lentEdit: LentEdit; settings: () => Soon<PartnerSettings>;
	host: Pick<Host, 'clock' | 'care' | 'reports' | 'members' | 'messenger'>;
}) {
	/** The partner of a post. HOST: src/posts/delete.js passes core's fields only, so ours are read. */
	async function ofPartner(pid: string): Promise<{ partner: string; uid: number } | null> {
		const [post] = await host.care.read([pid], [attributionFields.partner]);
		const partner = post?.fields[0] ?? '';
		return post && partner ? { partner, uid: post.uid } : null;
	}
	/** Acts of the author and the company's own people have their own records. */
	async function isOwnAct(by: unknown, { partner, uid }: { partner: string; uid: number }): Promise<boolean> {
		const who = uidOf(actorOf(by));
		return who === uid || (who > 0 && (await directory.membership(who))?.partner === partner);
	}
	async function tell(
		event: NewEvent & { uid: number }, kind: 'partner-moderated' | 'partner-reported' | null,
	): Promise<void> {
		const [number = 0] = await store.append([event]);
		const account = kind && (await settings()).partnerNotify ? await directory.account(event.partner) : null;
		if (kind && account) {
			const [author] = await host.members.profiles([event.uid]);
			await host.messenger.send(account.owners, {
				kind, about: number, facts: [account.company, author?.username ?? '–'],
			});
		}
	}

	async function noteAct(act: Moderated, pid: string, uid: unknown): Promise<void> {
		const found = await ofPartner(pid);
		if (found && !await isOwnAct(uid, found)) {
			// Owners do not learn which staff member it was.
			await tell({ ...found, at: host.clock.now(), by: 0, kind: 'post-moderated', pid, act }, 'partner-moderated');
		}
	}
	const moderated = (act: Moderated) => hook<Touched>('open', actStands, ({ post, uid }) =>
		noteAct(act, textOf(post.pid), uid));
	const ofTopic = (act: Moderated) => hook<TouchedTopic>('open', actStands, ({ topic, uid }) =>
		noteAct(act, textOf(topic.mainPid), uid));

	return {
		postDeleted: moderated('deleted'),
		postRestored: moderated('restored'),
		postEdited: moderated('edited'),
		/** HOST: src/topics/tools.js: deleting or restoring a topic fires no hooks for its posts. */
		topicDeleted: ofTopic('deleted'),
		topicRestored: ofTopic('restored'),
		/** HOST: src/posts/delete.js `purge` fires after the rows are deleted, with their contents. */
		postsPurged: hook<{ posts: Fields[]; uid?: unknown }>('open', actStands, async ({ posts, uid }) => {
			for (const post of posts) {
				const [partner, pid] = [textOf(post[attributionFields.partner]), textOf(post.pid)];
				const found = { partner, uid: Number(post.uid) };
				if (partner) {
					await store.dropPost(partner, { pid, uid: found.uid });
				}
				if (partner && !await isOwnAct(uid, found)) {
					await tell({ ...found, at: host.clock.now(), by: 0, kind: 'post-moderated', pid, act: 'purged' }, 'partner-moderated');
				}
			}
		}),
		/** A first report. HOST: src/flags.js `create` fires `action:flags.update` before this. */
		reported: hook<{ flag: Fields }>('open', reportStands, async ({ flag }) => {
			const [report, pid] = [textOf(flag.flagId), textOf(flag.targetId)];
			const found = flag.type === 'post' ? await ofPartner(pid) : null;
			if (found) {
				await store.noteReport(found.partner, report, Number(flag.datetime) || host.clock.now());
				await tell({ ...found, at: host.clock.now(), by: 0, kind: 'post-reported', pid, report }, 'partner-reported');
			}
		}),
		/** A further report, or a staff decision about the reports so far. */
		reportChanged: hook<Update>('open', reportStands, async ({ flagId, changeset = {}, uid }) => {
			const [stored] = await host.reports.read([textOf(flagId)]);
			const found = stored?.pid ? await ofPartner(stored.pid) : null;
			const [isAnother, state] = [changeset.report === 'added', textOf(changeset.state)];
			if (!stored || !found || (!isAnother && (state === '' || state === 'open' || await isOwnAct(uid, found)))) {
				return;
			}
			const event = { ...found, at: host.clock.now(), by: 0, pid: stored.pid, report: stored.id };
			await (isAnother ? tell({ ...event, kind: 'post-reported' }, 'partner-reported') :
				tell({ ...event, kind: 'post-decided', state }, null));
		}),
		/** HOST: src/privileges/posts.js `canEdit`: an owner has no right of the forum's own, so it is lent. */
		editing: hook<Editing>('open', 'the owner gets no additional right', (payload) => {
			if (lentEdit.take(textOf(payload.pid), Number(payload.uid))) {
				payload.isEditor = true;
			}
		}),
		menu: hook<Menu>('open', 'the page is still reachable by its address', atOnce(function* ({ uid, links }) {
			const actor = actorOf(uid);
			if (actor.kind === 'member' && (yield* now(directory.membership(actor.uid)))) {
				links.push({
					id: 'forum-terms-partner', route: 'forum-terms-partner', name: '[[forum-terms:menu.partner]]',
					icon: 'fa-building', url: '/forum-terms/partner',
					visibility: { self: true, other: false, moderator: false, globalMod: false, admin: false },
				});
			}
		})),
	};
}
