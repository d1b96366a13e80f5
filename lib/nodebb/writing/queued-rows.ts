import * as v from 'valibot';
import type { Database } from '../../kernel/host/ports';
import { decoded, json } from '../../platform/stored-row';

/** A queued post: its row, and the post in its field `data`. */
interface QueuedRow {
	row: Record<string, unknown>;
	data: Record<string, unknown>;
}

const isFields = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const dataField = json(v.custom<Record<string, unknown>>(isFields));

export const queuedKey = (id: string) => `post:queue:${id}`;

/**
 * HOST: src/posts/queue.js stores a queued post in `post:queue:<id>`, its `data` as JSON. Null for what is not queued
 * any more, and for damaged rows, which are logged once.
 */
export async function queuedRows(
	database: Pick<Database, 'getObjects' | 'unreadable'>, ids: readonly string[],
): Promise<(QueuedRow | null)[]> {
	const rows = await database.getObjects(ids.map(queuedKey));
	return ids.map((id, index) => {
		const row = rows[index] ?? null;
		const data = row && decoded(dataField, row.data);
		if (row && !data) {
			database.unreadable(queuedKey(id));
		}
		return row && data && { row, data };
	});
}
