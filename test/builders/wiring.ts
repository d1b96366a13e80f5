import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One of NodeBB's hooks with what it calls; `calls` names the handlers behind it as `slice.name`. */
export interface Row { hook: string; method: string; priority: number; calls: string[] }

/** The hooks in plugin.json. */
export function wiring(): Row[] {
	const text = readFileSync(join(__dirname, '..', '..', '..', 'plugin.json'), 'utf8');
	const { hooks } = JSON.parse(text) as { hooks: (Pick<Row, 'hook' | 'method'> & Partial<Row>)[] };
	return hooks.map(row => ({ priority: 10, calls: [row.method], ...row }));
}
