import type { Download } from '../../kernel/slice/routes';
import type { Host } from '../../kernel/host/ports';
import { rowsDownloads } from '../../platform/rows-file/downloads';
import type { EvidenceStore } from '../evidence/store';
import { forStaff, hitViews, wantedIn, type HitView } from './routes';
import { evidenceSearch } from './search';

const iso = (time: number) => new Date(time).toISOString();

interface Parts {
	evidence: EvidenceStore;
	host: Pick<Host, 'members' | 'places' | 'topics'>;
}

/** A search as a file; in CSV with one line per answer, which spreadsheets can filter. */
export function evidenceDownloads(parts: Parts): Download[] {
	const { evidence, host } = parts;
	const search = evidenceSearch(evidence, host.topics);
	return rowsDownloads<HitView>({
		path: '/checklist/evidence', access: 'member', fileName: 'forum-terms-checklists',
		columns: [
			'record', 'at', 'tid', 'title', 'cid', 'uid', 'username', 'profile', 'version', 'item', 'question',
			'answer', 'standing',
		],
		csv: hit => hit.answers.map(({ key, prompt, text, standing }) => [
			hit.id, iso(hit.at), hit.tid, hit.title, hit.cid, hit.uid, hit.username, hit.profile, hit.version,
			key, prompt, text || String(standing !== 'empty'), standing,
		]),
		json: hit => ({ ...hit, at: iso(hit.at) }),
		open: ({ actor, query }) => forStaff(parts, actor, () => wantedIn(query), async (reach, wanted) =>
			(async function* views() {
				for await (const hits of search.all(wanted, reach)) {
					yield await hitViews(host.members, hits);
				}
			}())),
	});
}
