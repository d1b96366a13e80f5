import { textOf } from '../../kernel/formats/text';
import { hostModule } from './modules';

type Row = Record<string, unknown>;

/**
 * The topics of posts, in one read, by the id that a post names. HOST: src/activitypub/notes.js `assert`: a topic that
 * began in another forum has a UUID, in whichever category it is, and our members reply in it like in any other.
 */
export async function topicRows(
	tids: readonly unknown[], names: readonly string[],
): Promise<(tid: unknown) => Row | undefined> {
	const asked = [...new Set(tids.map(textOf))].filter(tid => tid !== '' && tid !== '0');
	const rows = asked.length > 0 ? await hostModule('./src/topics').getTopicsFields(asked, [...names]) : [];
	const found = new Map(asked.map((tid, index) => [tid, rows[index] ?? undefined]));
	return tid => found.get(textOf(tid));
}

/** The number of a topic; 0 for one that began in another forum, which has none. */
export const topicNumber = (tid: unknown): number => Number(textOf(tid)) || 0;
