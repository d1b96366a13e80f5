import { csvLine } from '../../kernel/formats/csv';
import { done, refused } from '../../kernel/outcome';
import type { Members, Clock } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusal';
import type { Download } from '../../kernel/edge/routes';
import { numbersTo, walk } from '../../platform/paged-index';
import type { Audience } from './audience';
import type { Ledger } from '../ledger/ledger';
import type { MemberRow } from './member-list';
import { memberRows } from './member-list';
import type { TermsStore } from '../documents/store';

const batchSize = 500;
const columns = ['uid', 'username', 'state', 'version', 'decidedAt'] as const;

function plain({ uid, username, state, version, at }: MemberRow) {
	return { uid, username, state, version, decidedAt: at > 0 ? new Date(at).toISOString() : '' };
}

const formats = {
	csv: {
		contentType: 'text/csv; charset=utf-8', head: csvLine(columns), between: '', tail: '',
		line: (row: ReturnType<typeof plain>) => csvLine(columns.map(column => row[column])),
	},
	json: {
		contentType: 'application/json; charset=utf-8', head: '[', between: ',\n', tail: ']\n',
		line: (row: ReturnType<typeof plain>) => JSON.stringify(row),
	},
} as const;

/** All members with their standing on a document, streamed in batches. */
export function memberDownloads(parts: {
	store: TermsStore; members: Members; ledger: Ledger; clock: Clock; audience: Audience;
}): Download[] {
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
			return document ? done((async function* lines() {
				yield head;
				let isFirst = true;
				for await (const uids of walk(numbersTo(await members.highestUid()), batchSize)) {
					for (const row of await rows(document, uids.map(Number))) {
						yield `${isFirst ? '' : between}${line(plain(row))}`;
						isFirst = false;
					}
				}
				yield tail;
			}())) : refused(refuse('document-unknown', [params.document ?? '']));
		},
	}));
}
