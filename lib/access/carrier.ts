import type { MemberAccess } from '../kernel/member-access';
import type { MemberTiesLookup } from '../kernel/member-ties';
import type { PostCare } from '../kernel/post-care';
import type { ReturnBlock } from './return-block';
import type { Step } from './effect';
import type { Restriction } from './restriction';
import type { RestrictionStore } from './store';

const batch = 100;

interface Parts {
	store: Pick<RestrictionStore, 'noteHidden' | 'hidden' | 'dropHidden'>;
	access: MemberAccess;
	care: Pick<PostCare, 'read' | 'withdraw' | 'restore'>;
	ties: Pick<MemberTiesLookup, 'ask'>;
	returns: Pick<ReturnBlock, 'block' | 'free'>;
	/** In whose name a ban or a mute of the forum is given or taken back: whoever decided, if he still may. */
	actorFor(by: number, kind: 'ban' | 'mute'): Promise<number>;
	/** What the forum's own screens say is the reason. */
	hostReason(restriction: Restriction): Promise<string>;
}

/** Does one step of a restriction, and takes it back; each is safe to repeat, wherever it was interrupted. */
export interface Carrier {
	carryOut(step: Step, restriction: Restriction): Promise<void>;
	/** Answers what could not be given back, by name. `keepContent` leaves what he wrote out of sight. */
	takeBack(step: Step, restriction: Restriction, by: number, keepContent: boolean): Promise<string[]>;
}

export function carrier({ store, access, care, ties, returns, actorFor, hostReason }: Parts): Carrier {
	async function standing(uid: number) {
		const [now] = await access.standings([uid]);
		return now ?? { ban: null, mute: null };
	}

	/** On record first, then out of sight: what a dead process left behind is still known to be ours. */
	async function hide(pids: readonly { pid: string; at: number }[], { id, by }: Restriction): Promise<void> {
		const found = await care.read(pids.map(({ pid }) => pid), []);
		const visible = pids.filter((_one, index) => found[index]?.isDeleted === false);
		if (visible.length > 0) {
			await store.noteHidden(id, visible);
		}
		for (const { pid } of visible) {
			await care.withdraw(pid, by);
		}
	}

	async function hidePosts(step: Extract<Step, { kind: 'posts' }>, restriction: Restriction): Promise<void> {
		if (!step.isAll) {
			return hide(step.pids.map(pid => ({ pid, at: restriction.at })), restriction);
		}
		// By their place in his list, which hiding does not change: many posts can have the same moment.
		for (let start = 0; ; start += batch) {
			const page = await access.postsSince(restriction.uid, step.since, start, batch);
			await hide(page.filter(({ isDeleted }) => !isDeleted), restriction);
			if (page.length < batch) {
				return;
			}
		}
	}

	/** Only what this restriction took, and only what nobody else has put back or taken since. */
	async function showPosts(restriction: Restriction): Promise<string[]> {
		const lost: string[] = [];
		for (;;) {
			const pids = await store.hidden(restriction.id, batch);
			const posts = await care.read(pids, []);
			for (const [index, pid] of pids.entries()) {
				const post = posts[index];
				if (!post) {
					lost.push(pid);
				} else if (post.isDeleted && post.deleterUids.every(uid => uid === restriction.by)) {
					await care.restore(pid, restriction.by);
				}
				await store.dropHidden(restriction.id, pid);
			}
			if (pids.length < batch) {
				return lost;
			}
		}
	}

	async function unban(step: Extract<Step, { kind: 'ban' }>, { uid }: Restriction, by: number): Promise<void> {
		if ((await standing(uid)).ban) {
			// A ban from before is there again, unless the one who ends this is the forum's own clock.
			await access.unban(uid, await actorFor(by, 'ban'), '');
		}
		if (step.before) {
			await access.ban(uid, await actorFor(by, 'ban'), step.before);
		}
	}

	async function unmute(step: Extract<Step, { kind: 'mute' }>, { uid }: Restriction, by: number): Promise<void> {
		if ((await standing(uid)).mute) {
			await access.unmute(uid, await actorFor(by, 'mute'), '');
		}
		if (step.before) {
			await access.mute(uid, await actorFor(by, 'mute'), step.before);
		}
	}

	return {
		async carryOut(step, restriction) {
			const { uid, by, until } = restriction;
			switch (step.kind) {
				case 'ban': {
					const { ban } = await standing(uid);
					if (ban?.until !== until) {
						await access.ban(uid, await actorFor(by, 'ban'), { until, reason: await hostReason(restriction) });
					}
					return;
				}
				case 'mute': {
					const { mute } = await standing(uid);
					if (mute?.until !== until) {
						await access.mute(uid, await actorFor(by, 'mute'), { until, reason: await hostReason(restriction) });
					}
					return;
				}
				case 'tokens': return access.dropTokens(step.tokens.map(({ token }) => token));
				case 'sessions': return access.endSessions(uid);
				case 'groups': return access.leave(uid, step.groups.map(({ name }) => name));
				case 'privileges': return access.leave(uid, step.names);
				case 'queued': return access.takeQueued(step.queued.map(({ id }) => id));
				case 'scheduled': return access.withhold(step.scheduled.map(({ tid }) => tid));
				// The forum's ban resolves them by itself.
				case 'reports': return;
				case 'posts': return hidePosts(step, restriction);
				case 'return': return returns.block(restriction);
				case 'account': return ties.ask(step.partner, uid, restriction.id);
			}
		},
		async takeBack(step, restriction, by, keepContent) {
			const { uid } = restriction;
			switch (step.kind) {
				case 'ban': await unban(step, restriction, by); return [];
				case 'mute': await unmute(step, restriction, by); return [];
				case 'tokens': await access.restoreTokens(uid, step.tokens); return [];
				case 'groups': {
					const gone = await access.join(uid, step.groups);
					await access.wear(uid, step.groupTitle);
					return gone;
				}
				case 'privileges': return access.join(uid, step.names.map(name => ({ name, isOwner: false })));
				case 'queued': await access.putQueued(step.queued); return [];
				case 'scheduled': await access.release(step.scheduled); return [];
				case 'reports': await access.reopen(step.reports, by); return [];
				case 'posts': return keepContent ? [] : showPosts(restriction);
				case 'return': await returns.free(restriction); return [];
				// Nobody is logged in again for him, and a question that was asked stays asked.
				case 'sessions':
				case 'account': return [];
			}
		},
	};
}
