import { csvLine } from '../../kernel/formats/csv';
import type { Host } from '../../kernel/host/ports';
import type { Download } from '../../kernel/edge/routes';
import { forStaff, hitViews, wantedIn, type HitView } from './routes';
import { evidenceSearch } from './search';
import type { EvidenceStore } from '../evidence/store';

const columns = [
	'record', 'at', 'tid', 'title', 'cid', 'uid', 'username', 'profile', 'version', 'item', 'question', 'answer', 'standing',
];

const iso = (time: number) => new Date(time).toISOString();

/** One line per answer: what spreadsheets can filter. */
function csvLines(hit: HitView): string {
	return hit.answers.map(({ key, prompt, text, standing }) => csvLine([
		hit.id, iso(hit.at), hit.tid, hit.title, hit.cid, hit.uid, hit.username, hit.profile, hit.version, key, prompt,
		text || 'true', standing,
	])).join('');
}

const formats = {
	csv: { contentType: 'text/csv; charset=utf-8', head: csvLine(columns), between: '', tail: '', line: csvLines },
	json: {
		contentType: 'application/json; charset=utf-8', head: '[', between: ',\n', tail: ']\n',
		line: (hit: HitView) => JSON.stringify({ ...hit, at: iso(hit.at) }),
	},
} as const;

interface Parts {
	evidence: EvidenceStore;
	host: Pick<Host, 'members' | 'places' | 'topics'>;
}

/** A search as a file, written as it is read: never more than one batch is held. */
export function evidenceDownloads(parts: Parts): Download[] {
	const { evidence, host } = parts;
	const search = evidenceSearch(evidence, host.topics);
	return (['csv', 'json'] as const).map(format => ({
		path: `/checklist/evidence.${format}`, access: 'member', contentType: formats[format].contentType,
		fileName: `forum-terms-checklists.${format}`,
		open: ({ actor, query }) => forStaff(parts, actor, () => wantedIn(query), async (reach, wanted) => {
			const { head, between, tail, line } = formats[format];
			return (async function* lines() {
				yield head;
				let isFirst = true;
				for await (const hits of search.all(wanted, reach)) {
					for (const hit of await hitViews(host.members, hits)) {
						yield `${isFirst ? '' : between}${line(hit)}`;
						isFirst = false;
					}
				}
				yield tail;
			}());
		}),
	}));
}
