import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { groupBy, mapValues } from 'lodash';
import * as v from 'valibot';
import { parse } from 'yaml';
import { clauses } from '../../lib/kernel/refusals/clause';
import { emptyBody } from '../../lib/kernel/slice/body';
import type { Route } from '../../lib/kernel/slice/routes';
import { refusalTable } from '../../lib/kernel/refusals/refusal';
import { isPaced } from '../../lib/platform/paced-routes';
import { createPlugin } from '../../lib/plugin';
import { hostInMemory } from '../builders/host';
import { takenBy } from './body';
import { schemaOf, type Schema, type Shape } from './shape';

/** What docs/openapi.yaml says of a route. */
interface HostReport {
	name: string;
	does: string;
	headers?: Record<string, string>;
	refuses?: number[];
	answers: Shape;
}
interface Source { statuses: Record<string, string>; routes: Record<string, HostReport>; shapes: Record<string, Shape> }

const root = resolve(__dirname, '..', '..', '..');
const json = (schema: Schema) => ({ 'application/json': { schema } });
const fields = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
	type: 'object', properties, required: Object.keys(properties).filter(name => !optional.includes(name)),
});
const envelope = (response: Schema) => fields({ status: { $ref: '#/components/schemas/Status' }, response });

const refusal = envelope(fields({
	code: { type: 'string', enum: Object.keys(refusalTable), description: 'docs/refusals.md lists them' },
	clause: { type: 'string', enum: Object.keys(clauses), description: 'Clause of the terms it rests on' },
	field: { type: 'string', description: 'Path of the field at fault' },
	termsVersion: { $ref: '#/components/schemas/VersionId' },
}, ['clause', 'field', 'termsVersion']));

/** By status, the codes that it comes with. */
function refusals(statuses: Record<string, string>) {
	const codes = groupBy(Object.keys(refusalTable), code => refusalTable[code as keyof typeof refusalTable].status);
	return mapValues(codes, (those, status) => ({
		description: statuses[status],
		content: json({ allOf: [
			{ $ref: '#/components/schemas/Refusal' },
			{ properties: { response: { properties: { code: { enum: those } } } } },
		] }),
	}));
}

/** What the edge itself refuses, before and beside the route. */
function statusesOf(one: Route, { refuses = [] }: HostReport): number[] {
	const own = one.access === 'anyone' ? [] : [401, 403];
	return [400, ...own, ...one.method === 'get' ? [] : [415], ...isPaced(one) ? [429] : [], 503, ...refuses].sort();
}

function parametersOf({ path, query = {} }: Route, { headers = {} }: HostReport): Schema[] {
	const { properties = {}, required = [] } = takenBy(v.object(query)) as { properties?: object; required?: string[] };
	return [
		...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
		...Object.entries(properties).map(([name, schema]: [string, Schema]) =>
			({ name, in: 'query', ...required.includes(name) ? { required: true } : {}, schema })),
		...Object.entries(headers).map(([name, description]) =>
			({ name, in: 'header', required: name !== 'if-match', description, schema: { type: 'string' } })),
	];
}

function securityOf({ access, admit }: Route): Schema[] {
	const loggedIn = [{ bearer: [] }, { session: [] }];
	return admit ? [{}] : access === 'anyone' ? [{}, ...loggedIn] : loggedIn;
}

function operationOf(one: Route, told: HostReport): Schema {
	const parameters = parametersOf(one, told);
	const body = one.body === emptyBody ? null : one.body;
	return {
		operationId: told.name, summary: told.does, 'x-access': one.access,
		...parameters.length > 0 ? { parameters } : {},
		...body ? { requestBody: { required: body.type !== 'optional', content: json(takenBy(body)) } } : {},
		responses: {
			200: { description: 'Done', content: json(envelope(schemaOf(told.answers))) },
			...Object.fromEntries(statusesOf(one, told).map(status => [status, { $ref: `#/components/responses/${status}` }])),
		},
		security: securityOf(one),
	};
}

/** The whole of the file: routes and refusals as the code has them, with what docs/openapi.yaml adds. */
function openApi(): Schema {
	const read = (path: string) => readFileSync(join(root, path), 'utf8');
	const { statuses, routes: told, shapes } = parse(read('docs/openapi.yaml')) as Source;
	const { version } = JSON.parse(read('package.json')) as { version: string };
	const { routes } = createPlugin(hostInMemory().host).addresses;
	const addressOf = ({ method, path }: Route) => `${method} ${path}`;
	const unmet = Object.keys(told).filter(address => !routes.some(one => addressOf(one) === address));
	const untold = routes.map(addressOf).filter(address => !told[address]);
	if (unmet.length + untold.length > 0) {
		throw new Error(`docs/openapi.yaml: no route has ${unmet.join(', ') || '–'}; not described: ${untold.join(', ') || '–'}`);
	}
	const byPath = groupBy(routes, ({ path }) => path.replace(/:(\w+)/g, '{$1}'));
	return {
		openapi: '3.1.0',
		info: {
			title: 'Forum terms', version, license: { name: 'MIT', identifier: 'MIT' },
			description: 'Terms of a NodeBB forum for machines. Bearer tokens are those of NodeBB\'s write API; sessions send their ' +
				'CSRF token as x-csrf-token. Refusals answer in NodeBB\'s envelope with code and, where there is one, clause and ' +
				'field. Every route takes `lang`, the language of its sentences, as a query parameter.',
		},
		servers: [{ url: '/api/v3/plugins/forum-terms' }],
		paths: mapValues(byPath, all => Object.fromEntries(all.map(one =>
			[one.method, operationOf(one, told[addressOf(one)] as HostReport)]))),
		components: {
			responses: refusals(statuses),
			schemas: {
				Status: fields({ code: { type: 'string' }, message: {
					type: 'string', description: 'Of a refusal, one sentence in the language of the caller',
				} }),
				Refusal: refusal,
				...mapValues(shapes, schemaOf),
			},
			securitySchemes: {
				bearer: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: 'express.sid' },
			},
		},
	};
}

/** JSON with tabs, in which what fits into a line stands on one. */
function printed(value: unknown, depth = 0): string {
	const flat = JSON.stringify(value).replaceAll(/("(?:[^"\\]|\\.)*")|([,:])/g, (_all, text?: string, mark?: string) => text ?? `${mark} `);
	const isPlain = Array.isArray(value) && value.every(one => typeof one !== 'object');
	if (typeof value !== 'object' || value === null || isPlain || flat.length + (depth * 4) <= 120) {
		return flat;
	}
	const parts = Array.isArray(value) ? value.map(one => printed(one, depth + 1)) :
		Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${printed(one, depth + 1)}`);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	return `${open}\n${parts.map(part => `${'\t'.repeat(depth + 1)}${part}`).join(',\n')}\n${'\t'.repeat(depth)}${close}`;
}

/** static/openapi.json as it should be. */
export const openApiFile = (): string => `${printed(openApi())}\n`;

if (require.main === module) {
	writeFileSync(join(root, 'static', 'openapi.json'), openApiFile());
}
