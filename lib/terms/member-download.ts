import { range } from 'lodash';
import type { Download } from '../kernel/routes';
import type { MemberRow } from './member-list';
import { memberRows } from './member-list';
import type { TermsParts } from './parts';

const batchSize = 500;
const columns = ['uid', 'username', 'state', 'version', 'decidedAt'] as const;

/** A CSV cell (RFC 4180). A quote before `=`, `+`, `-` or `@` keeps spreadsheets from taking a name for a formula. */
function cell(value: string | number): string {
	const text = String(value).replace(/^([=+\-@\t\r])/, "'$1");
	return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function plain({ uid, username, state, version, at }: MemberRow) {
	return { uid, username, state, version, decidedAt: at > 0 ? new Date(at).toISOString() : '' };
}

const formats = {
	csv: {
		contentType: 'text/csv; charset=utf-8', head: `${columns.join(',')}\r\n`, between: '', tail: '',
		line: (row: ReturnType<typeof plain>) => `${columns.map(column => cell(row[column])).join(',')}\r\n`,
	},
	json: {
		contentType: 'application/json; charset=utf-8', head: '[', between: ',\n', tail: ']\n',
		line: (row: ReturnType<typeof plain>) => JSON.stringify(row),
	},
} as const;

/** Everybody with his standing on a document, written as it is read: never more than one batch is held. */
export function memberDownloads(parts: Pick<TermsParts, 'store' | 'members' | 'ledger' | 'clock' | 'audience'>): Download[] {
	const { store, members } = parts;
	const rows = memberRows(parts);
	return (['csv', 'json'] as const).map(format => ({
		path: `/admin/terms/:document/members.${format}`,
		access: 'administrator',
		contentType: formats[format].contentType,
		fileName: `forum-terms-members.${format}`,
		async open({ params }) {
			const document = (await store.documents()).find(({ id }) => id === params.document);
			const { head, between, tail, line } = formats[format];
			return document ? (async function* lines() {
				yield head;
				const last = await members.highestUid();
				let isFirst = true;
				for (let from = 1; from <= last; from += batchSize) {
					for (const row of await rows(document, range(from, Math.min(from + batchSize, last + 1)))) {
						yield `${isFirst ? '' : between}${line(plain(row))}`;
						isFirst = false;
					}
				}
				yield tail;
			}()) : null;
		},
	}));
}
