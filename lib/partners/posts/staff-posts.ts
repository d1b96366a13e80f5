import type { KeptPost } from '../../kernel/host/post-care';
import type { Host } from '../../kernel/host/ports';
import { pageOf, type Position } from '../../platform/paged-index';
import { named } from '../../platform/people';
import type { PartnerDirectory } from '../accounts/directory';
import { attributionFields } from './post-attribution';
import { postState, type PostState } from './state';
import type { PartnerStore } from '../accounts/store';

/** A filter for the staff's posts; times in milliseconds since 1970. */
export interface PostFilter {
	uid?: number | undefined; cid?: number | undefined; from?: number | undefined; to?: number | undefined;
	state?: PostState | undefined; before?: Position | undefined;
}

export interface StaffPost {
	pid: string;
	tid: number;
	cid: number;
	uid: number;
	/** Empty for a deleted account. */
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

export interface PostPage { total: number; posts: StaffPost[]; next: Position | null }

interface Parts {
	store: PartnerStore;
	directory: PartnerDirectory;
	host: Pick<Host, 'care' | 'members'>;
}

/** Posts of an account's people that the reader may read, newest first (clause 4.12). */
export interface StaffPosts {
	list(id: string, reader: number, filter: PostFilter): Promise<PostPage>;
	/** Single posts of an account that the reader may see, without deleted ones. */
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
		const nameOf = await named(host.members, rows.map(({ uid }) => uid));
		return Promise.all(rows.map(async (row) => {
			const { deleterUids: _deleters, isLocked: _locked, fields: [, role = ''], ...post } = row;
			const { username, userslug } = nameOf(row.uid);
			return {
				...post, role, username, userslug,
				state: await postState(directory, id, row),
			};
		}));
	}

	/** In index order; purged posts are removed from the index. */
	async function kept(id: string, uid: number, pids: readonly string[]): Promise<(KeptPost | null)[]> {
		const rows = await host.care.read(pids, fields);
		const gone = pids.filter((_pid, index) => rows[index] === null);
		await Promise.all(gone.map(pid => store.dropPost(id, { pid, uid })));
		return rows;
	}

	return {
		async some(id, reader, pids) {
			const rows = await readable(reader, await host.care.read(pids, fields));
			return views(id, rows.filter(({ fields: [partner] }) => partner === id));
		},
		async list(id, reader, { uid = 0, cid, from, to, state, before = null }) {
			const window = cid === undefined && state === undefined ? 2 * pageSize : 5 * pageSize;
			const index = store.posts(id, uid, { min: from, max: to });
			const { rows, next } = await pageOf(index, before, { count: pageSize, window }, async (pids) => {
				const found = await kept(id, uid, pids);
				const mayRead = new Set(await readable(reader, found));
				return Promise.all(found.map(async (row) => {
					const isHere = row && mayRead.has(row) && (cid === undefined || row.cid === cid);
					const isSo = isHere && (state === undefined || await postState(directory, id, row) === state);
					return isSo ? row : null;
				}));
			});
			return { total: await store.postCount(id, uid), posts: await views(id, rows), next };
		},
	};
}
