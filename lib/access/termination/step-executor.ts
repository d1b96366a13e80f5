import type { MemberAccess, WrittenPost } from '../../kernel/host/member-access';
import type { MemberTiesLookup } from '../../kernel/offers/member-ties';
import type { Clock } from '../../kernel/host/ports';
import type { PostCare } from '../../kernel/host/post-care';
import { walk } from '../../platform/paged-index';
import type { ReturnBlock } from './return-block';
import type { Step } from '../restriction/effect';
import { groupsBack, rightsBack, tokensBack, restoredTitles } from '../restriction/confirmation';
import type { HostReports } from '../restriction/host-reports';
import type { Restriction } from '../restriction/restriction';
import type { Scope } from '../restriction/scope';
import type { RestrictionStore } from '../restriction/store';
import type { Places, ReachLookup } from '../restriction/reach';

const batch = 100;

interface Parts {
	store: Pick<RestrictionStore, 'noteHidden' | 'hidden' | 'dropHidden' | 'note'>;
	reach: ReachLookup;
	placesOf(scope: Scope): Promise<Places>;
	reports: Pick<HostReports, 'of' | 'asOurs'>;
	/** All existing categories. */
	cids(): Promise<ReadonlySet<number>>;
	clock: Clock;
	access: MemberAccess;
	care: Pick<PostCare, 'read' | 'withdraw' | 'restore'>;
	ties: Pick<MemberTiesLookup, 'ask' | 'restored'>;
	returns: Pick<ReturnBlock, 'block' | 'free'>;
	/** On whose behalf NodeBB bans, mutes and lifts: the person who decided, if they still may. */
	actorFor(by: number, kind: 'ban' | 'mute'): Promise<number>;
	/** The reason shown in the forum's own pages. */
	hostReason(restriction: Restriction): Promise<string>;
}

/** Applies one step of a restriction and reverts it; both are safe to repeat after an interruption. */
export interface StepExecutor {
	apply(step: Step, restriction: Restriction): Promise<void>;
	/** Answers the names of what could not be restored. `keepContent` leaves posts hidden. */
	revert(step: Step, restriction: Restriction, by: number, keepContent: boolean): Promise<string[]>;
}

export function stepExecutor({
	store, reach, placesOf, reports, cids, clock, access, care, ties, returns, actorFor, hostReason,
}: Parts): StepExecutor {
	async function standing(uid: number) {
		const [now] = await access.standings([uid]);
		return now ?? { ban: null, mute: null };
	}

	/** Recorded first, then hidden: after a crash it is known which posts we hid. */
	async function hide(posts: readonly WrittenPost[], { id, by }: Restriction): Promise<void> {
		const found = await care.read(posts.map(({ pid }) => pid), []);
		const visible = posts.filter((_one, index) => found[index]?.isDeleted === false);
		if (visible.length > 0) {
			await store.noteHidden(id, visible);
		}
		const may = await reach.reachOf(by, visible.map(({ cid }) => cid));
		for (const { pid, cid } of visible) {
			await care.withdraw(pid, by, !may.topics(cid));
		}
	}

	/** Posts that the person who decided may delete now; the number of others is recorded. */
	async function hidePosts(step: Extract<Step, { kind: 'posts' }>, restriction: Restriction): Promise<void> {
		const { id, uid, by } = restriction;
		const places = await placesOf(restriction.scope);
		let left = 0;
		if (step.isAll) {
			for await (const page of reach.written(uid, step.since, by, places)) {
				await hide(page.hideable, restriction);
				left += page.left;
			}
		} else {
			const found = (await care.read(step.pids, [])).filter(post => post !== null)
				.map(({ pid, timestamp, cid, isDeleted }) => ({ pid, at: timestamp, cid, isDeleted }));
			const split = await reach.split(found, by, places);
			await hide(split.hideable, restriction);
			left = split.left;
		}
		// Evidence that was out of reach at the start is no longer among the pids.
		const known = step.isAll ? step.left : 0;
		if (left > known) {
			await store.note(id, { at: clock.now(), by: 0, kind: 'not-hidden', words: String(left - known) });
		}
	}

	/**
	 * Only posts that this restriction hid, that nobody has restored or deleted since, and that the person who ends it
	 * may restore in the forum's own pages.
	 */
	async function showPosts(restriction: Restriction): Promise<string[]> {
		const { by, ended } = restriction;
		const ender = ended?.by ?? 0;
		const lost: string[] = [];
		for await (const pids of walk(store.hidden(restriction.id), batch)) {
			const posts = await care.read(pids, []);
			const may = await reach.reachOf(ender, posts.flatMap(post => (post ? [post.cid] : [])));
			for (const [index, pid] of pids.entries()) {
				const post = posts[index];
				const isOurs = post?.isDeleted === true && post.deleterUids.every(uid => uid === by);
				if (!post || (isOurs && !may.posts(post.cid))) {
					lost.push(pid);
				} else if (isOurs) {
					await care.restore(pid, ender || by, !may.topics(post.cid));
				}
				await store.dropHidden(restriction.id, pid);
			}
		}
		return lost;
	}

	/** Publishes scheduled topics again, if the person who ends it may act on them. */
	async function release(
		{ scheduled }: Extract<Step, { kind: 'scheduled' }>, { ended }: Restriction,
	): Promise<string[]> {
		const may = await reach.reachOf(ended?.by ?? 0, scheduled.map(({ cid }) => cid));
		await access.release(scheduled.filter(({ cid }) => may.scheduled(cid)));
		return scheduled.filter(({ cid }) => !may.scheduled(cid)).map(({ title }) => title);
	}

	async function unban(step: Extract<Step, { kind: 'ban' }>, { uid }: Restriction, by: number): Promise<void> {
		if ((await standing(uid)).ban) {
			// Restores an earlier ban, unless the restriction expired.
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

	/** Rejoins groups under their current names, and restores the group title. */
	async function rejoin(step: Extract<Step, { kind: 'groups' }>, { id, uid, ended }: Restriction): Promise<string[]> {
		const found = await reports.of(id);
		const { back, left } = groupsBack(step.groups, found, ended?.giveBack ?? []);
		const gone = await access.join(uid, back);
		await access.setGroupTitle(uid, restoredTitles(step.groupTitle, [...left, ...gone], found));
		return [...left, ...gone];
	}
	async function regain(step: Extract<Step, { kind: 'privileges' }>, { id, uid }: Restriction): Promise<string[]> {
		const { back, left } = rightsBack(step.names, await reports.of(id), await cids());
		return [...left, ...await access.join(uid, back.map(name => ({ name, isOwner: false })))];
	}
	async function restoreTokens({ tokens }: Extract<Step, { kind: 'tokens' }>, { uid, ended }: Restriction): Promise<string[]> {
		const { back, left } = tokensBack(tokens, ended?.giveBack ?? []);
		await access.restoreTokens(uid, back);
		return left;
	}

	/** Gives the forum's own ban or mute the end of the restriction; of a deleted account it would make a new row. */
	async function hold(kind: 'ban' | 'mute', restriction: Restriction): Promise<void> {
		const { uid, by, until } = restriction;
		const { [kind]: current } = await standing(uid);
		if (current?.until !== until && !await access.isDeleted(uid)) {
			await access[kind](uid, await actorFor(by, kind), { until, reason: await hostReason(restriction) });
		}
	}

	const executor: StepExecutor = {
		async apply(step, restriction) {
			const { uid } = restriction;
			switch (step.kind) {
				case 'ban':
				case 'mute': return hold(step.kind, restriction);
				case 'tokens': return access.dropTokens(step.tokens.map(({ token }) => token));
				case 'sessions': return access.endSessions(uid);
				case 'groups': return access.leave(uid, step.groups.map(({ name }) => name));
				case 'privileges': return access.leave(uid, step.names);
				case 'queued': return access.removeQueued(step.queued.map(({ id }) => id));
				case 'scheduled': return access.hideScheduled(step.scheduled.map(({ tid }) => tid));
				// NodeBB's ban resolves them.
				case 'reports': return;
				case 'posts': return hidePosts(step, restriction);
				case 'return': return returns.block(restriction);
				case 'account': return ties.ask(step.partner, { uid, isOwner: step.isOwner }, restriction.id);
			}
		},
		async revert(step, restriction, by, keepContent) {
			switch (step.kind) {
				case 'ban': await unban(step, restriction, by); return [];
				case 'mute': await unmute(step, restriction, by); return [];
				case 'tokens': return restoreTokens(step, restriction);
				case 'groups': return rejoin(step, restriction);
				case 'privileges': return regain(step, restriction);
				// It is queued again: nothing that was typed is lost.
				case 'queued': await access.restoreQueued(step.queued); return [];
				case 'scheduled': return release(step, restriction);
				case 'reports': await access.reopen(step.reports, by); return [];
				case 'posts': return keepContent ? [] : showPosts(restriction);
				case 'return': await returns.free(restriction); return [];
				case 'account': await ties.restored(step.partner, restriction.uid, restriction.id); return [];
				// Devices stay logged out.
				case 'sessions': return [];
			}
		},
	};
	return {
		apply: (...args) => reports.asOurs(() => executor.apply(...args)),
		revert: (...args) => reports.asOurs(() => executor.revert(...args)),
	};
}
