import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openForum, type Forum } from '../driver/forum';
import { vendorSystem } from '../driver/vendor';
import type { Answer } from '../driver/visitor';
import { described } from '../openapi/file';
import { valueOf } from '../openapi/sample';
import type { Schema } from '../openapi/shape';

const seed = 20_260_101;
const samples = (schema: Schema, isWhole: boolean) =>
	fc.sample(valueOf(schema, isWhole), { numRuns: isWhole ? 6 : 3, seed }) as Record<string, unknown>[];

const bodies = described().flatMap(({ method, path, operation }) => {
	const schema = operation.requestBody?.content['application/json'].schema;
	return schema ? [{ method, path, schema, isRequired: operation.requestBody?.required ?? false }] : [];
});
const alternativesOf = (schema: Schema) => (schema.anyOf ?? schema.oneOf ?? [schema]) as Schema[];

/** In the sandbox, for some of it turns a forum over. */
describe('a program that takes openapi.json at its word', () => {
	let forum: Forum;
	let vendor: ReturnType<typeof vendorSystem>;
	before(async () => {
		forum = await openForum();
		vendor = vendorSystem(forum);
	});
	after(() => forum.close());

	async function send(method: string, path: string, body: unknown): Promise<Answer> {
		const address = path.replace('{uid}', '9999').replace('{pid}', '9999').replace('{tid}', '9999').replace(/\{\w+\}/g, 'nobody-1');
		if (path === '/licences/webhook') {
			await vendor.share();
			return vendor.signed('POST', address, JSON.stringify(body));
		}
		return forum.admin.terms.call(method.toUpperCase(), address, body);
	}

	for (const { method, path, schema, isRequired } of bodies) {
		it(`${method} ${path}: no field of a body that it describes is unknown, missing or of the wrong type`, async () => {
			for (const body of [...samples(schema, false), ...samples(schema, true)]) {
				const answer = await send(method, path, body);
				assert.ok(answer.status !== 500, answer.text);
				assert.notEqual(answer.response.code, 'body-invalid', `${JSON.stringify(body)}\n${answer.text}`);
				assert.ok(operationAnswers(method, path, answer.status), `${answer.status} is not described\n${answer.text}`);
			}
		});

		const all = alternativesOf(schema);
		for (const [index, alternative] of all.entries()) {
			for (const field of isRequired ? alternative.required as string[] : []) {
				it(`${method} ${path}: ${field} left out${index > 0 ? ` (${index + 1})` : ''} is named`, async () => {
					const [whole] = samples(alternative, false);
					const { status, text, response } = await send(method, path, { ...whole, [field]: undefined });
					assert.deepEqual([status, response.code], [400, 'body-invalid'], text);
					// Without what tells the alternatives apart, the field of any of them may be meant.
					const isShared = all.every(({ properties }) => field in (properties as object));
					assert.ok(isShared ? response.field === field : all.some(({ required }) =>
						(required as string[]).includes(String(response.field))), text);
				});
			}
		}
	}
});

function operationAnswers(method: string, path: string, status: number): boolean {
	const found = described().find(one => one.method === method && one.path === path);
	return String(status) in (found?.operation.responses ?? {});
}
