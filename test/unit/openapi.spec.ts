import assert from 'node:assert/strict';
import { createPlugin } from '../../lib/plugin';
import { hostInMemory } from '../builders/host';
import { openApiFile } from '../openapi/document';
import { described, openApiText } from '../openapi/file';

describe('static/openapi.json', () => {
	const { routes } = createPlugin(hostInMemory().host).addresses;

	it('is what the routes, the refusals and docs/openapi.yaml say (npm run build)', () => {
		assert.ok(openApiText() === openApiFile(), 'it is stale: npm run build');
	});

	it('describes every route of the API, and no other, and who may use it', () => {
		const told = described().map(({ method, path, operation }) =>
			`${method} ${path.replace(/\{(\w+)\}/g, ':$1')}: ${operation['x-access']}`);
		assert.deepEqual(told.sort(), routes.map(({ method, path, access }) => `${method} ${path}: ${access}`).sort());
	});

	it('names every operation once', () => {
		const names = described().map(({ operation }) => operation.operationId);
		assert.equal(new Set(names).size, names.length);
	});

	it('refers to nothing that it does not hold', () => {
		const file = JSON.parse(openApiText()) as { components: Record<string, Record<string, unknown>> };
		const pointers = [...openApiText().matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
		assert.deepEqual(pointers.filter(([, kind = '', name = '']) => !file.components[kind]?.[name]).map(([all]) => all), []);
	});
});
