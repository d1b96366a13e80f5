import type { StoredTopic, Topics } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { hostModule } from './modules';

function tagsIn(tags: unknown): string[] {
	// HOST: src/topics/data.js turns the stored comma list into objects.
	return Array.isArray(tags) ? tags.map(tag => textOf((tag as { value?: unknown }).value ?? tag)) :
		textOf(tags).split(',').filter(tag => tag !== '');
}

/** HOST: src/topics/data.js escapes the title for HTML; here it is wanted as it was typed. */
function plain(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', '\'')
		.replaceAll('&#x2F;', '/').replaceAll('&#44;', ',').replaceAll('&#37;', '%').replaceAll('&lsqb;', '[')
		.replaceAll('&rsqb;', ']').replaceAll('&amp;', '&');
}

function topicFrom(row: Record<string, unknown> | null, field: string): StoredTopic | null {
	return row && Number(row.tid) > 0 ? {
		tid: Number(row.tid), cid: Number(row.cid), uid: Number(row.uid) || 0, mainPid: textOf(row.mainPid),
		title: plain(textOf(row.title)), slug: textOf(row.slug), tags: tagsIn(row.tags), field: textOf(row[field]),
	} : null;
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
