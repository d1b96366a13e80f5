import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema } from './shape';

/** What static/openapi.json says of a route. */
export interface Operation {
	operationId: string;
	'x-access': string;
	parameters?: unknown;
	requestBody?: { required: boolean; content: { 'application/json': { schema: Schema } } };
	responses: Record<string, unknown>;
}

const file = join(__dirname, '..', '..', '..', 'static', 'openapi.json');

export const openApiText = () => readFileSync(file, 'utf8');

/** Every operation of the file as it lies there. */
export function described(): { method: string; path: string; operation: Operation }[] {
	const { paths } = JSON.parse(openApiText()) as { paths: Record<string, Record<string, Operation>> };
	return Object.entries(paths).flatMap(([path, operations]) =>
		Object.entries(operations).map(([method, operation]) => ({ method, path, operation })));
}
