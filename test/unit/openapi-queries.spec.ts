import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPlugin } from '../../lib/plugin';
import { hostInMemory } from '../builders/host';
import { openForum, type Forum } from '../driver/forum';
import { vendorSystem } from '../driver/vendor';
import { described } from '../openapi/file';
import { valueOf } from '../openapi/sample';
import type { Schema } from '../openapi/shape';

interface Parameter { name: string; in: string; required?: boolean; schema: Schema }

const asking = described().flatMap(({ method, path, operation }) => {
	const query = (operation.parameters as Parameter[] | undefined ?? []).filter(one => one.in === 'query');
	return query.length > 0 ? [{ method, path, query }] : [];
});
const samples = ({ schema }: Parameter) =>
	fc.sample(valueOf(schema, true), { numRuns: 4, seed: 20_260_102 }).map(String);

/** In the sandbox, whose administrator may ask everything. */
describe('a program that takes the query parameters of openapi.json at their word', () => {
	let forum: Forum;
	let vendor: ReturnType<typeof vendorSystem>;
	before(async () => {
		forum = await openForum();
		vendor = vendorSystem(forum);
		await vendor.share();
		const partner = await forum.admin.terms.call('PUT', '/admin/partners/queried', { company: 'Queried', owners: [forum.admin.uid] });
		assert.equal(partner.status, 200, partner.text);
	});
	after(() => forum.close());

	async function ask(path: string, query: Record<string, string>) {
		const at = path.replace('/partners/{id}', '/partners/queried').replace('{document}', 'forum').replace(/\{\w+\}/g, 'nobody-1');
		const address = `${at}?${new URLSearchParams(query).toString()}`;
		return path === '/licences/claims' ? vendor.signed('GET', address, '') : forum.admin.terms.call('GET', address);
	}

	for (const { path, query } of asking) {
		const needed = Object.fromEntries(query.filter(({ required }) => required).map(one => [one.name, samples(one)[0] ?? '']));
		it(`${path}: each that it describes is taken (${query.map(({ name }) => name).join(', ')})`, async () => {
			for (const parameter of query) {
				for (const value of samples(parameter)) {
					const { status, text, response } = await ask(path, { ...needed, [parameter.name]: value });
					assert.ok(status < 500 && response.code !== 'body-invalid', `${parameter.name}=${value}\n${text}`);
				}
			}
		});

		for (const { name, schema } of query.filter(one => Array.isArray(one.schema.enum))) {
			it(`${path}: ${name} is one of its words or refused by name`, async () => {
				const { status, text, response } = await ask(path, { ...needed, [name]: 'no-such-word' });
				assert.deepEqual([status, response.field], [400, name], `${JSON.stringify(schema.enum)}\n${text}`);
			});
		}
	}

	it('are those that the routes declare, which are handed no others', () => {
		const { routes } = createPlugin(hostInMemory().host).addresses;
		const declared = routes.filter(({ query }) => query)
			.map(({ path, query }) => [path.replace(/:(\w+)/g, '{$1}'), Object.keys(query ?? {})]);
		const told = asking.map(({ path, query }) => [path, query.map(({ name }) => name)]);
		assert.deepEqual(declared.sort(), told.sort());
		assert.ok(declared.length > 15);
	});
});
