import type { OwnData } from '../kernel/slice/own-data';
import type { ShownDeciders } from '../platform/decisions/shown-decider';
import { recordForAuthor, type Evidence } from './evidence/evidence';
import { memberHistory } from './evidence/member-history';

const mostShown = 500;

/** What the checklists store about a member, for them. */
export function ownAnswers(parts: Parameters<typeof memberHistory>[0] & { deciders: ShownDeciders }): OwnData {
	const history = memberHistory(parts);
	async function* exported(batches: AsyncGenerator<Evidence[]>) {
		const shown = await parts.deciders.to(true);
		for await (const records of batches) {
			yield records.map(record => recordForAuthor(record, shown));
		}
	}
	return async (uid, language, { kind }) => {
		switch (kind) {
			case 'page': return { remembered: (await history.of(uid, language, 0)).remembered };
			case 'summary': {
				const [known, shown] = [await history.of(uid, language, mostShown), await parts.deciders.to(true)];
				const records = known.records.map(record => recordForAuthor(record, shown));
				return { checklists: { ...known, records } };
			}
			case 'export': return { checklists: { ...await history.of(uid, language, 0), records: exported(history.records(uid)) } };
		}
	};
}
