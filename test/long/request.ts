import fc from 'fast-check';
import type { Route } from '../../lib/kernel/slice/routes';
import type { Row } from '../forum/addresses/row';
import { hostileTexts, hostileValue, wellFormed } from './hostile';
import { arbitraryOf, type Pool } from './schema-arbitrary';

/** One request of the fuzz: which address, in whose name, with what. */
export interface FuzzRequest {
	address: string;
	role: string;
	/** Of each parameter of the path, what it is filled with. */
	params: Record<string, string>;
	query: string;
	/** The body as it goes over the wire, and as what. */
	body: string;
	contentType: 'application/json' | 'application/x-www-form-urlencoded';
	/** Whether the body can be read at all. */
	isReadable: boolean;
	ifMatch: string;
}

type Body = Pick<FuzzRequest, 'body' | 'contentType' | 'isReadable'>;

const json = (value: unknown): Body => {
	const isReadable = typeof value === 'object' && value !== null;
	// HOST: body-parser takes lists and objects only.
	return { body: JSON.stringify(value ?? null), contentType: 'application/json', isReadable };
};

/** Replaces, adds or takes away one value somewhere in a body. */
function disturbed(value: unknown, pick: number, hostile: unknown): unknown {
	if (typeof value !== 'object' || value === null || (Array.isArray(value) && value.length === 0)) {
		return hostile;
	}
	if (Array.isArray(value)) {
		return value.map((one: unknown, index) =>
			(index === pick % value.length ? disturbed(one, pick >> 2, hostile) : one));
	}
	const names = Object.keys(value);
	const name = names[pick % (names.length + 1)];
	if (name === undefined) {
		return { ...value, [['uid', '_uid', 'fromQueue', '__proto__', 'cid', 'extra'][pick % 6] ?? 'extra']: hostile };
	}
	const { [name]: old, ...rest } = value as Record<string, unknown>;
	return pick % 7 === 0 ? rest : { ...rest, [name]: disturbed(old, pick >> 3, hostile) };
}

const unreadable: fc.Arbitrary<Body> = fc.constantFrom('{', '"text"', 'null', '7', '{"a":}', '\u0000', '[1,').map(body =>
	({ body, contentType: 'application/json', isReadable: false }));
const formNames = [
	'cid', 'cid[]', 'tid', 'version', 'version[__proto__]', 'decision', 'agree', 'next', 'content', 'title', 'key', 'id',
	'act', 'receipt', 'a[b][c]', 'language', 'forumTerms[accept][]', 'reason',
];
const formBody = (texts: readonly string[]): fc.Arbitrary<Body> => fc.array(fc.tuple(
	fc.constantFrom(...formNames),
	fc.constantFrom(...texts, ...hostileTexts),
), { maxLength: 6 }).map(fields => ({
	body: fields.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(text))}`).join('&'),
	contentType: 'application/x-www-form-urlencoded', isReadable: true,
}));

const queryNames = [
	'cid', 'tid', 'pid', 'uid', 'state', 'after', 'before', 'beforeAct', 'q', 'page', 'at', 'item', 'value', 'profile',
	'from', 'to', 'days', 'title', 'lang', 'language', 'next', 'id', 'new', 'partner', 'tab', 'as', 'access_token', '_uid',
];
const queryOf = (texts: readonly string[]): fc.Arbitrary<string> => fc.array(fc.tuple(
	// HOST: src/middleware/render.js fails on a list of languages, on every page of its own.
	fc.constantFrom(...queryNames, ...queryNames.filter(name => name !== 'lang').map(name => `${name}[]`)), fc.constantFrom(...texts, ...hostileTexts),
), { maxLength: 4 }).map(pairs => pairs.map(([name, text]) =>
	`${name}=${encodeURIComponent(wellFormed(text))}`).join('&'));

/** What requests to one address are made of. */
export interface Material {
	/** Of each parameter of the path, the id that its row names. */
	right: Record<string, string>;
	/** All ids and texts there are. */
	pool: Pool;
	route: Route | undefined;
	/** The body of its row. */
	proper: object;
}

/** Requests to one address by one of these people. */
export function requestsTo(
	address: string, row: Row, roles: readonly string[],
	{ right, pool, route, proper }: Material,
): fc.Arbitrary<FuzzRequest> {
	const shaped = fc.oneof(fc.constant(proper), route ? arbitraryOf(route.body as never, pool) : fc.constant(proper));
	const body = address.startsWith('form ') ? fc.oneof(formBody(pool.texts), fc.tuple(shaped, formBody(pool.texts))
		.map(([fields, more]) => ({
			...more, body: `${new URLSearchParams(fields as Record<string, string>).toString()}&${more.body}`,
		}))) : fc.oneof(
		{ weight: 5, arbitrary: shaped.map(json) },
		{ weight: 7, arbitrary: fc.tuple(shaped, fc.nat(), hostileValue).map(([value, pick, hostile]) =>
			json(disturbed(value, pick, hostile))) },
		{ weight: 2, arbitrary: hostileValue.map(json) },
		{ weight: 1, arbitrary: unreadable },
		{ weight: 1, arbitrary: formBody(pool.texts) },
	);
	const id = (name: string) => fc.oneof(
		{ weight: 7, arbitrary: fc.constant(right[name] ?? '1') },
		{ weight: 2, arbitrary: fc.constantFrom(...pool.texts) },
		{ weight: 1, arbitrary: fc.constantFrom(...hostileTexts.filter(text => text !== '' && text !== '..')) },
	);
	return fc.record({
		params: fc.record(Object.fromEntries(Object.keys(right).map(name => [name, id(name)]))),
		query: fc.oneof(fc.constant(''), queryOf(pool.texts)),
		body, role: fc.constantFrom(...roles),
		ifMatch: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, {
			weight: 1, arbitrary: fc.constantFrom('0', '"1"', 'x', '-1', '9'.repeat(20)),
		}),
	}).map(({ body: sent, ...rest }) => ({ address, ...rest, ...sent }));
}
