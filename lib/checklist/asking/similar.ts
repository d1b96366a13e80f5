import { uniqBy } from 'lodash';
import type { ListedTopic } from '../../kernel/host/content';
import type { Host } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import type { ChecklistSettings } from '../profiles/settings';
import { mostSimilar, similarTo, tellingWords } from './similar-rules';
import type { Soon } from '../../kernel/host/soon';

const newestCount = 300;
// Some of the most similar ones may be closed to this reader.
const checkedCount = 20;

interface Parts { settings: () => Soon<ChecklistSettings>; host: Pick<Host, 'topics' | 'cache'> }

/** Finds topics that may already have the answer (clause 3). */
export type SimilarTopics = (cid: number, title: string, uid: number) => Promise<ListedTopic[]>;

/**
 * Candidates are cached for a minute, so that typing a title does not read the category at every word. Permission is
 * checked each time.
 */
export function similarTopics({ settings, host }: Parts): SimilarTopics {
	const { topics } = host;
	const newest = readThrough<ListedTopic[]>(host.cache('forum-terms-newest', { max: 500, ttlSeconds: 60 }),
		async cid => topics.newest(Number(cid), newestCount));
	const found = readThrough<ListedTopic[]>(host.cache('forum-terms-found', { max: 2000, ttlSeconds: 60 }), async (key) => {
		const [uid = '', words = ''] = key.split('|');
		return topics.found(words, Number(uid));
	});

	return async (cid, title, uid) => {
		const words = tellingWords(title);
		if (words.length === 0 || !(await settings()).checklistSimilar) {
			return [];
		}
		// Whole words: the forum's search index does not know our stems.
		const typed = title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
		const [near, far] = await Promise.all([
			newest.get(String(cid)), found.get(`${uid}|${typed.slice(0, 12).join(' ')}`),
		]);
		const alike = similarTo(title, uniqBy([...near, ...far], 'tid')).slice(0, checkedCount);
		const readable = alike.length > 0 ? await topics.readable(alike.map(({ tid }) => tid), uid) : [];
		return alike.filter(({ tid }) => readable.includes(tid)).slice(0, mostSimilar);
	};
}
