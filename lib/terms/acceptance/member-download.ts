import type { Download } from '../../kernel/slice/routes';
import type { Clock, Members } from '../../kernel/host/ports';
import { done, refused } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import { numbersTo, walk } from '../../platform/paged-index';
import { rowsDownloads } from '../../platform/rows-file/downloads';
import type { TermsStore } from '../documents/store';
import type { Ledger } from '../ledger/ledger';
import type { Audience } from './audience';
import { memberRows, type MemberRow } from './member-list';

const batchSize = 500;
const columns = ['uid', 'username', 'state', 'version', 'decidedAt'] as const;

function plain({ uid, username, state, version, at }: MemberRow) {
	return { uid, username, state, version, decidedAt: at > 0 ? new Date(at).toISOString() : '' };
}

/** All members with their standing on a document, streamed in batches. */
export function memberDownloads(parts: {
	store: TermsStore; members: Members; ledger: Ledger; clock: Clock; audience: Audience;
}): Download[] {
	const { store, members } = parts;
	const rows = memberRows(parts);
	return rowsDownloads({
		path: '/admin/terms/:document/members', access: 'administrator', fileName: 'forum-terms-members',
		columns, json: plain,
		csv: row => [columns.map(column => plain(row)[column])],
		async open({ params }) {
			const document = (await store.documents()).find(({ id }) => id === params.document);
			return document ? done((async function* standings() {
				for await (const uids of walk(numbersTo(await members.highestUid()), batchSize)) {
					yield await rows(document, uids.map(Number));
				}
			}())) : refused(refuse('document-unknown', [params.document ?? '']));
		},
	});
}
