import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { uniq } from 'lodash';
import { textOf } from '../../kernel/formats/text';
import type { ReportersOf } from '../../kernel/host/post-care';
import { hostModule } from '../core/modules';

const [mostFiles, mostReports] = [50, 1000];

/** SHA-256 of a file in the forum's folder of uploads; empty if there is no such file. */
async function hashOf(path: string): Promise<string> {
	const folder = resolve(textOf(hostModule('nconf').get('upload_path')));
	const file = join(folder, path);
	const hash = createHash('sha256');
	const isRead = file.startsWith(folder + sep) &&
		await pipeline(createReadStream(file), hash).then(() => true, () => false);
	return isRead ? hash.digest('hex') : '';
}

/** HOST: src/posts/uploads.js `sync` finds a post's files in its text by this; `list` would cost a read per post. */
const links = /\/assets\/uploads(\/files\/[^\s")]+\.?[\w]*)/g;

/** HOST: the paths are below `upload_path`. */
export async function attachments(contents: readonly string[]): Promise<{ name: string; hash: string }[][]> {
	return Promise.all(contents.map(async (content) => {
		const paths = uniq([...content.matchAll(links)].map(([, path = '']) => path)).slice(0, mostFiles);
		return Promise.all(paths.map(async path => ({ name: basename(path), hash: await hashOf(path) })));
	}));
}

/** HOST: src/flags.js keeps one flag per post, its number in the post, and `<uid>;<reason>` per reporter. */
export async function reportsAbout(pids: readonly string[]): Promise<ReportersOf[]> {
	if (pids.length === 0) {
		return [];
	}
	const db = hostModule('./src/database');
	const rows = await hostModule('./src/posts').getPostsFields([...pids], ['pid', 'flagId']);
	const flagged = pids.flatMap((pid, index) => {
		const id = textOf(rows[index]?.flagId);
		return Number(id) > 0 ? [{ pid, id }] : [];
	});
	return Promise.all(flagged.map(async (one) => {
		const reports = await db.getSortedSetRangeByScore(
			`flag:${one.id}:reports`, 0, mostReports, 0, Number.MAX_SAFE_INTEGER);
		return { ...one, reporters: reports.map(text => parseInt(text, 10)).filter(uid => uid > 0) };
	}));
}
