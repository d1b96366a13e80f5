import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPlugin } from '../../lib/plugin';
import { hostInMemory } from '../builders/host';

interface Operation { 'x-access'?: string; operationId?: string }
const file = join(__dirname, '..', '..', '..', 'static', 'openapi.json');
const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, Operation>> };

describe('static/openapi.json', () => {
	const { routes } = createPlugin(hostInMemory().host).addresses;
	const described = Object.entries(paths).flatMap(([path, operations]) => Object.entries(operations)
		.filter(([method]) => method !== 'parameters')
		.map(([method, operation]) => ({ address: `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`, operation })));

	it('describes every route of the API, and no other', () => {
		assert.deepEqual(described.map(({ address }) => address).sort(),
			routes.map(({ method, path }) => `${method} ${path}`).sort());
	});

	it('says of each who may use it, as the server holds it', () => {
		for (const { method, path, access } of routes) {
			const row = described.find(({ address }) => address === `${method} ${path}`);
			assert.equal(row?.operation['x-access'], access, path);
		}
	});

	it('names every operation once', () => {
		const names = described.map(({ operation }) => operation.operationId);
		assert.equal(new Set(names).size, names.length);
	});
});
