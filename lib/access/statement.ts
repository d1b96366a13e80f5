import * as v from 'valibot';
import { emptyBody } from '../kernel/body';
import type { CategoryTree } from '../kernel/category-tree';
import { clauseAnchor } from '../kernel/clause';
import { done, refused, type Outcome } from '../kernel/outcome';
import { route, type Download, type Page, type Route } from '../kernel/routes';
import type { Appeals } from './appeals';
import { placesOf } from './staff-line';
import { statementOf } from './view';

interface Parts {
	appeals: Appeals;
	/** Everything on record of a member, as he gets it himself. */
	ownData(uid: number, language: string): Promise<object>;
	host: { categories: Pick<CategoryTree, 'all'> };
}

const iso = (time: number) => (time > 0 ? new Date(time).toISOString() : '');

/**
 * What somebody whose access has ended can still do, by a signed link and without logging in: read why, take his data
 * along, and appeal (clause 6).
 */
export function statementRoutes({ appeals }: Parts): Route[] {
	const told = (found: Awaited<ReturnType<Appeals['byCode']>>): Outcome<unknown> =>
		(found.ok ? done(statementOf(found.value)) : found);
	return [
		route({
			method: 'get', path: '/access/:code', access: 'anyone', body: emptyBody,
			handle: async ({ params }) => told(await appeals.byCode(params.code ?? '')),
		}),
		route({
			method: 'post', path: '/access/:code/appeal', access: 'anyone',
			body: v.strictObject({ text: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(4000)) }),
			handle: async ({ params, body }) => told(await appeals.appeal(params.code ?? '', body.text)),
		}),
	];
}

export function statementDownload({ appeals, ownData }: Parts): Download {
	return {
		path: '/access/:code/export', access: 'anyone', contentType: 'application/json; charset=utf-8',
		fileName: 'forum-terms-own-data.json',
		async open({ params, language }) {
			const found = await appeals.dataByCode(params.code ?? '');
			if (!found.ok) {
				return refused(found.refusal);
			}
			const data = await ownData(found.value.uid, language);
			return done((async function* write() {
				await Promise.resolve();
				yield JSON.stringify({ ...data, restriction: statementOf(found.value) }, null, '\t');
			}()));
		},
	};
}

/** The same as a page. */
export function statementPage({ appeals, host }: Parts): Page {
	const title = '[[forum-terms:statement.page]]';
	return {
		path: '/forum-terms/access/:code', access: 'anyone', kind: 'public', title,
		async render({ params }) {
			const code = params.code ?? '';
			const found = await appeals.byCode(code);
			if (!found.ok) {
				return { notFound: true };
			}
			const statement = statementOf(found.value);
			return {
				template: 'forum-terms/access', isUnlisted: true,
				data: {
					title, code, mayTakeData: (await appeals.dataByCode(code)).ok, ...statement,
					decidedISO: iso(statement.decidedAt), fromISO: iso(statement.from),
					untilISO: iso(statement.until), isOver: statement.ended !== null,
					endedISO: iso(statement.ended?.at ?? 0),
					isForGood: statement.until === 0, appealISO: iso(statement.appeal?.at ?? 0),
					mayAppeal: statement.ended === null && statement.appeal === null,
					places: placesOf(found.value, await host.categories.all()), anchor: clauseAnchor(statement.clause),
					isCauseOwed: statement.cause === 'owed', isWithoutCause: statement.cause === 'none',
				},
			};
		},
	};
}
