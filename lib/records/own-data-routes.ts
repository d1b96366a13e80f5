import { emptyBody } from '../kernel/slice/body';
import { uidOf } from '../kernel/host/member';
import { done, refused } from '../kernel/refusals/outcome';
import type { OwnData } from '../kernel/slice/own-data';
import type { OwnStatementLookup } from '../kernel/offers/own-statement';
import type { Host } from '../kernel/host/ports';
import { route, type Download, type Route } from '../kernel/slice/routes';
import { cursorField, positionIn } from '../platform/cursor';
import { jsonText, Streamed } from '../platform/json-stream';
import type { OwnTexts } from './own-texts';

interface Parts {
	ownData: OwnData;
	statement: OwnStatementLookup;
	texts: Pick<OwnTexts, 'all' | 'decisions'>;
	host: Pick<Host, 'clock' | 'site'>;
}

/** Everything stored about a member, for them; static/export.schema.json describes it. */
function memberExport({ ownData, texts, host: { clock, site } }: Omit<Parts, 'statement'>) {
	return async (uid: number, language: string) => ({
		schema: 'forum-terms-export/1', forum: site.url, exportedAt: new Date(clock.now()).toISOString(), uid,
		...await ownData(uid, language, { kind: 'export' }), texts: texts.all(uid),
		decisions: texts.decisions(uid),
	});
}

export function ownDataRoutes(parts: Omit<Parts, 'statement'>): Route[] {
	const exported = memberExport(parts);
	return [
		route({
			method: 'get', path: '/me', access: 'member', body: emptyBody, query: { before: cursorField },
			async handle({ actor, language, query }) {
				const [uid, from] = [uidOf(actor), positionIn(query, 'before')];
				return from.ok ?
					done({ uid, ...await parts.ownData(uid, language, { kind: 'summary', from: from.value }) }) : from;
			},
		}),
		route({
			method: 'get', path: '/me/export', access: 'member', body: emptyBody,
			handle: async ({ actor, language }) => done(new Streamed(await exported(uidOf(actor), language))),
		}),
	];
}

/** The same as a file, for members who can no longer log in. */
export function statementDownload(parts: Parts): Download {
	const exported = memberExport(parts);
	return {
		path: '/access/:code/export', access: 'anyone', contentType: 'application/json; charset=utf-8',
		fileName: 'forum-terms-own-data.json',
		async open({ params, actor, language }) {
			const found = await parts.statement({ code: params.code ?? '', uid: uidOf(actor), language });
			if (!found.ok) {
				return refused(found.refusal);
			}
			const { uid, restriction } = found.value;
			return done(jsonText({ ...await exported(uid, language), restriction }));
		},
	};
}
