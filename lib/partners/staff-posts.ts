import type { KeptPost } from '../kernel/post-care';
import type { Host } from '../kernel/ports';
import type { PartnerParts } from './parts';
import { attributionFields } from './post-attribution';
import { postState, type PostState } from './post-state';

/** Which of the staff's posts are wanted; times in milliseconds since 1970. */
export interface PostFilter {
	uid?: number; cid?: number; from?: number; to?: number; state?: PostState; before?: number;
}

export interface StaffPost {
	pid: string;
	tid: number;
	cid: number;
	uid: number;
	/** Empty for somebody whose account is gone. */
	username: string;
	userslug: string;
	role: string;
	timestamp: number;
	editedAt: number;
	title: string;
	slug: string;
	content: string;
	state: PostState;
	isDeleted: boolean;
}

const pageSize = 20;
// A filter that hardly anything fits must not read a hundred thousand posts: the next page looks further back.
const mostWindows = 10;

type Parts = Pick<PartnerParts, 'store' | 'directory'> & { host: Pick<Host, 'care' | 'members'> };

/** What an account's people wrote, newest first, as far as the reader may read there (clause 4.12). */
export interface StaffPosts {
	list(id: string, reader: number, filter: PostFilter): Promise<{ total: number; posts: StaffPost[]; next: number }>;
	/** Single posts of an account with its reader's eyes; without those that are gone or out of his reach. */
	some(id: string, reader: number, pids: readonly string[]): Promise<StaffPost[]>;
}

export function staffPosts({ store, directory, host }: Parts): StaffPosts {
	const fields = [attributionFields.partner, attributionFields.role];

	async function readable(reader: number, rows: (KeptPost | null)[]): Promise<KeptPost[]> {
		const there = rows.filter(row => row !== null);
		const cids = new Set(await host.care.readableCategories([...new Set(there.map(({ cid }) => cid))], reader));
		return there.filter(({ cid }) => cids.has(cid));
	}
	async function views(id: string, rows: readonly KeptPost[]): Promise<StaffPost[]> {
		const uids = [...new Set(rows.map(({ uid }) => uid))];
		const people = new Map((await host.members.profiles(uids))
			.flatMap(one => (one ? [[one.uid, one] as const] : [])));
		return Promise.all(rows.map(async (row) => {
			const { deleterUids: _deleters, isLocked: _locked, fields: [, role = ''], ...post } = row;
			const author = people.get(row.uid);
			return {
				...post, role, username: author?.username ?? '', userslug: author?.userslug ?? '',
				state: await postState(directory, id, row),
			};
		}));
	}

	/** One window of the index, newest first; posts that are gone for good leave the index. */
	async function window(id: string, uid: number, count: number, max: number) {
		const pids = await store.posts(id, count, max, uid);
		const rows = await host.care.read(pids, fields);
		const gone = pids.filter((_pid, index) => rows[index] === null);
		await Promise.all(gone.map(pid => store.dropPost(id, { pid, uid })));
		return { rows: rows.filter(row => row !== null), isLast: pids.length < count };
	}

	return {
		async some(id, reader, pids) {
			const rows = await readable(reader, await host.care.read(pids, fields));
			return views(id, rows.filter(({ fields: [partner] }) => partner === id));
		},
		async list(id, reader, { uid = 0, cid, from = 0, to, state, before }) {
			const count = cid === undefined && state === undefined ? 2 * pageSize : 5 * pageSize;
			const found: KeptPost[] = [];
			const seen = new Set<string>();
			let max = Math.min(before ?? Number.MAX_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER);
			let next = 0;
			walk: for (let i = 0; i < mostWindows; i += 1) {
				const { rows, isLast } = await window(id, uid, count, max);
				const fresh = rows.filter(({ pid }) => !seen.has(pid));
				fresh.forEach(({ pid }) => seen.add(pid));
				const mayRead = new Set((await readable(reader, fresh)).map(({ pid }) => pid));
				next = 0;
				for (const row of fresh) {
					const last = found.at(-1);
					if (row.timestamp < from) {
						break walk;
					}
					// Posts of the same moment stay on one page, so that the next one can begin a moment before.
					if (last && found.length >= pageSize && row.timestamp < last.timestamp) {
						next = last.timestamp - 1;
						break walk;
					}
					const fits = mayRead.has(row.pid) && (cid === undefined || row.cid === cid) &&
						(state === undefined || await postState(directory, id, row) === state);
					if (fits) {
						found.push(row);
					}
				}
				if (isLast) {
					break;
				}
				max = fresh.length > 0 ? fresh.at(-1)?.timestamp ?? 0 : max - 1;
				next = max;
			}
			return { total: await store.postCount(id, uid), posts: await views(id, found), next: Math.max(0, next) };
		},
	};
}
