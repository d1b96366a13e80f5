import { plainText } from '../../kernel/formats/html';
import type { ListedTopic, StoredTopic, Topics } from '../../kernel/host/content';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';

function tagsIn(tags: unknown): string[] {
	// HOST: src/topics/data.js turns the stored comma list into objects.
	return Array.isArray(tags) ? tags.map(tag => textOf((tag as { value?: unknown }).value ?? tag)) :
		textOf(tags).split(',').filter(tag => tag !== '');
}

function topicFrom(row: Record<string, unknown> | null, field: string): StoredTopic | null {
	return row && Number(row.tid) > 0 ? {
		tid: Number(row.tid), cid: Number(row.cid), uid: Number(row.uid) || 0, mainPid: textOf(row.mainPid),
		title: plainText(textOf(row.title)), slug: textOf(row.slug), tags: tagsIn(row.tags), field: textOf(row[field]),
	} : null;
}

const isThere = (row: Record<string, unknown>) =>
	Number(row.tid) > 0 && !Number(row.deleted) && !Number(row.scheduled);

/** Topics by id in one read; remote topics, whose ids are URIs, are left out. */
async function listed(tids: readonly unknown[]): Promise<ListedTopic[]> {
	const own = [...new Set(tids.map(Number))].filter(tid => Number.isSafeInteger(tid) && tid > 0);
	const names = ['tid', 'title', 'slug', 'postcount', 'timestamp', 'deleted', 'scheduled', 'isSolved'];
	const rows = own.length > 0 ? await hostModule('./src/topics').getTopicsFields(own, names) : [];
	return rows.filter(row => row !== null).filter(isThere).map(row => ({
		tid: Number(row.tid), title: plainText(textOf(row.title)), slug: textOf(row.slug),
		postcount: Number(row.postcount) || 0, timestamp: Number(row.timestamp) || 0,
		isSolved: Number(row.isSolved) === 1,
	}));
}

/** Stored topics behind the port. */
export function nodebbTopics(): Topics {
	const names = ['tid', 'cid', 'uid', 'mainPid', 'title', 'slug', 'tags'];
	async function read(tid: string, field: string): Promise<StoredTopic | null> {
		return tid === '' ? null :
			topicFrom(await hostModule('./src/topics').getTopicFields(tid, [...names, field]), field);
	}
	return {
		read,
		async newest(cid, count) {
			// HOST: src/topics/recent.js `updateRecent` scores `cid:<cid>:tids` by the last post, without pinned
			// topics.
			const sets = await Promise.all([`cid:${cid}:tids`, `cid:${cid}:tids:pinned`].map(key =>
				hostModule('./src/database').getSortedSetRevRangeByScore(key, 0, count, Number.MAX_SAFE_INTEGER, '-inf')));
			return listed(sets.flat());
		},
		async startersSince(cids, since, most) {
			// HOST: src/topics/create.js `create` keeps these sets; pinned and moved topics are in them too.
			const sets = await Promise.all(cids.map(async cid => hostModule('./src/database').getSortedSetRevRangeByScore(
				`cid:${cid}:tids:create`, 0, most, Number.MAX_SAFE_INTEGER, since)));
			const tids = sets.flat().map(Number).sort((one, other) => other - one).slice(0, most);
			const rows = tids.length > 0 ? await hostModule('./src/topics').getTopicsFields(tids, ['uid']) : [];
			return rows.flatMap(row => (Number(row?.uid) > 0 ? [Number(row?.uid)] : []));
		},
		async found(words, uid) {
			if (!hostModule('./src/plugins').hooks.hasListeners('filter:search.query')) {
				return [];
			}
			// HOST: src/search.js `searchInContent` leaves out what this member may not read.
			const { tids } = await hostModule('./src/search').search({
				query: words, searchIn: 'titles', matchWords: 'any', categories: ['all'], uid, returnIds: true,
			});
			return listed((tids ?? []).slice(0, 100));
		},
		async readable(tids, uid) {
			const allowed = new Set((await hostModule('./src/privileges').topics
				.filterTids('topics:read', [...tids], uid)).map(Number));
			return (await listed(tids)).map(({ tid }) => tid).filter(tid => allowed.has(tid));
		},
		async readMany(tids, field) {
			// HOST: src/topics/data.js answers [] for [].
			const rows = await hostModule('./src/topics').getTopicsFields([...tids], [...names, field]);
			return tids.map((_tid, index) => topicFrom(rows[index] ?? null, field));
		},
		async ofMainPost(pid, field) {
			const { tid } = await hostModule('./src/posts').getPostFields(pid, ['tid']);
			const topic = textOf(tid) === '' ? null : await read(textOf(tid), field);
			return topic?.mainPid === pid ? topic : null;
		},
		async writeField(tid, field, value) {
			if (value === '') {
				await hostModule('./src/database').deleteObjectField(`topic:${tid}`, field);
			} else {
				await hostModule('./src/topics').setTopicField(tid, field, value);
			}
		},
	};
}
