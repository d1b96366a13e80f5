import type { StoredReport } from '../../kernel/host/post-care';
import type { Host } from '../../kernel/host/ports';
import { cursorOf, type Cursor } from '../../platform/cursor';
import { pageOf, type Position } from '../../platform/paged-index';
import { named } from '../../platform/people';
import type { StaffPosts } from './staff-posts';
import type { PartnerStore } from '../accounts/store';

/** A report of a staff post and its state; never who reported it. */
export interface ReportView extends StoredReport { uid: number; username: string; title: string }
/** An act on a staff post; `by` is null for the forum's staff. */
export interface ActView {
	id: number;
	kind: string;
	act: string;
	pid: string;
	uid: number;
	username: string;
	title: string;
	/** Milliseconds since 1970. */
	at: number;
	by: { uid: number; username: string } | null;
	words: string;
}
/** `next`, `nextAct`: positions of the following pages; 0 at the end. */
export interface ReportsPage { reports: ReportView[]; acts: ActView[]; next: Cursor; nextAct: Cursor }

const pageSize = 20;

/** Reports of an account's posts, and acts of moderators and owners on them, newest first (clause 4.12). */
export interface StaffReports {
	page(id: string, reader: number, from: Position | null, fromAct: Position | null): Promise<ReportsPage>;
}

export function staffReports({ store, posts, host }: {
	store: PartnerStore;
	posts: StaffPosts; host: Pick<Host, 'reports' | 'members'>;
}): StaffReports {
	return {
		async page(id, reader, from, fromAct) {
			const [{ rows: stored, next }, { rows: acts, next: nextAct }] = await Promise.all([
				pageOf(store.reports(id), from, { count: pageSize }, numbers => host.reports.read(numbers)),
				store.acts(id, pageSize, fromAct),
			]);
			const pids = [...new Set([...stored, ...acts].map(({ pid }) => pid))];
			const known = new Map((await posts.some(id, reader, pids)).map(post => [post.pid, post]));
			const nameOf = await named(host.members, acts.flatMap(({ uid, by }) => [uid, by]));
			return {
				reports: stored.map(report => ({
					...report, uid: known.get(report.pid)?.uid ?? 0, username: known.get(report.pid)?.username ?? '',
					title: known.get(report.pid)?.title ?? '',
				})),
				acts: acts.map(act => ({
					id: act.id, kind: act.kind, pid: act.pid, uid: act.uid, at: act.at,
					act: act.kind === 'post-moderated' ? act.act : act.kind === 'post-decided' ? act.state : '',
					username: nameOf(act.uid).username, title: known.get(act.pid)?.title ?? '',
					by: act.by > 0 ? { uid: act.by, username: nameOf(act.by).username } : null,
					words: 'reason' in act ? act.reason : 'words' in act ? act.words : '',
				})),
				next: cursorOf(next) ?? 0, nextAct: cursorOf(nextAct) ?? 0,
			};
		},
	};
}
