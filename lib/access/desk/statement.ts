import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { uidOf } from '../../kernel/host/member';
import { done, type Outcome } from '../../kernel/refusals/outcome';
import { route, type DownloadCall, type Page, type Route } from '../../kernel/slice/routes';
import { isNumber, type Appeals, type Reader } from '../appeals/appeals';
import { closesSecurityPlaces, contactLink } from '../restriction/contact';
import type { AccessSettings } from '../restriction/settings';
import type { Statements } from '../appeals/statements';
import type { Soon } from '../../kernel/host/soon';

interface Parts {
	appeals: Appeals;
	statements: Statements;
	settings(): Soon<Pick<AccessSettings, 'securityContact'>>;
}

const iso = (time: number) => (time > 0 ? new Date(time).toISOString() : '');
const readerOf = ({ params, actor }: Pick<DownloadCall, 'params' | 'actor'>): Reader =>
	({ code: params.code ?? '', uid: uidOf(actor) });

/**
 * What a restricted member can still do, by a signed link without login, or by number when logged in: read why, and
 * appeal (clause 6).
 */
export function statementRoutes({ appeals, statements }: Pick<Parts, 'appeals' | 'statements'>): Route[] {
	const told = async (
		found: Awaited<ReturnType<Appeals['opened']>>, { language }: Pick<DownloadCall, 'language'>,
	): Promise<Outcome<unknown>> => (found.ok ? done(await statements.of(found.value, language)) : found);
	return [
		route({
			method: 'get', path: '/access/:code', access: 'anyone', body: emptyBody,
			handle: async call => told(await appeals.opened(readerOf(call)), call),
		}),
		route({
			method: 'post', path: '/access/:code/appeal', access: 'anyone',
			body: v.strictObject({ text: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(4000)) }),
			handle: async call => told(await appeals.appeal(readerOf(call), call.body.text), call),
		}),
	];
}

/** The same as a page. */
export function statementPage({ appeals, statements, settings }: Parts): Page {
	const title = '[[forum-terms:statement.page]]';
	const template = 'forum-terms/access';
	return {
		path: '/forum-terms/access/:code', access: 'anyone', kind: 'public', title,
		async render(call) {
			const reader = readerOf(call);
			const found = await appeals.opened(reader);
			if (!found.ok) {
				// HOST: src/controllers/404.js keeps addresses that lead nowhere, including a link followed by a dot.
				return isNumber(reader.code) && reader.uid === 0 ? { notAllowed: true } :
					{ template, status: 404, isUnlisted: true, data: { title, isUnknown: true } };
			}
			const statement = await statements.of(found.value, call.language);
			const isClosed = statement.ended === null && closesSecurityPlaces(found.value.scope);
			const securityContact = isClosed ? (await settings()).securityContact : '';
			return {
				template, isUnlisted: true,
				data: {
					title, securityContact, securityLink: contactLink(securityContact),
					code: reader.code, isByLink: !isNumber(reader.code),
					mayTakeData: (await appeals.openedWithData(reader)).ok, ...statement,
					isOver: statement.ended !== null, endedISO: iso(statement.ended?.at ?? 0),
					appealISO: iso(statement.appeal?.at ?? 0),
					mayAppeal: statement.ended === null && statement.appeal === null,
					texts: statement.texts.map(text => ({ ...text, writtenISO: iso(text.writtenAt) })),
				},
			};
		},
	};
}
