/**
 * The table of addresses: for every route, page, form, guard and download, what each kind of person gets.
 *
 * A row is `'<address>': row('<cells>', { … })`. An address is spelt as in living.ts. The cells stand in
 * the order of `roles`, with spaces to taste:
 *
 *     guest, owing, member, token | staff, foreign, owner | category, global, admin | banned, restricted
 *
 * `+` served · `!` has the right, and is stopped by the code in `stopped` alone · `-` refused with 401 or 403, nothing
 * is written · `=` told the same as for what does not exist, nothing is written · `>` handed on to NodeBB's own route ·
 * `?` shown our page that asks for what is missing, or led to it; nothing is written.
 */
export const roles = [
	/** Nobody. */
	'guest',
	/** Has not accepted the terms in force. */
	'owing',
	/** Wrote the topic, claimed the licence, agreed in the record that rows name; `token`: by a bearer token. */
	'member', 'token',
	/** Speak for the partner that rows name, or own another partner. */
	'staff', 'foreign', 'owner',
	/** Moderates the category that rows name, moderates all, administers. */
	'category', 'global', 'admin',
	/** Was banned while logged in; may not write, by a restriction of clause 6. */
	'banned', 'restricted',
] as const;

export type Role = typeof roles[number];
export type Cell = '+' | '!' | '-' | '=' | '>' | '?';

/** Ids of what is there, by name; numbers as text. */
export type Ids = Record<string, string>;

export interface RowOptions {
	/** A body that is right in shape and names what is there. */
	body?: (ids: Ids) => object;
	/** Query string without its question mark. */
	query?: (ids: Ids) => string;
	/** Which thing of the ground a parameter of the path names, where it is not the one of its own name. */
	with?: Readonly<Record<string, string>>;
	/** What may stop somebody who has the right: codes of the refusal table. */
	stopped?: readonly string[];
}

export interface Row extends RowOptions { cells: Readonly<Record<Role, Cell>> }
export type Rows = Readonly<Record<string, Row>>;

export function row(cells: string, options: RowOptions = {}): Row {
	const signs = cells.replaceAll(' ', '');
	if (signs.length !== roles.length || /[^-+!=>?]/.test(signs)) {
		throw new Error(`"${cells}" must be ${roles.length} of + ! - = > ?, one for each of: ${roles.join(', ')}`);
	}
	return {
		...options,
		cells: Object.fromEntries(roles.map((role, index) => [role, signs[index]])) as Record<Role, Cell>,
	};
}

/** Rows in which a parameter means the same thing throughout. */
export function rowsWith(meanings: Readonly<Record<string, string>>, rows: Rows): Rows {
	return Object.fromEntries(Object.entries(rows).map(([address, one]) =>
		[address, { ...one, with: { ...meanings, ...one.with } }]));
}
