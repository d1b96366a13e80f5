import type { OwnData } from '../kernel/slice/own-data';
import { memberHistory } from './evidence/member-history';

const mostShown = 500;

/** What the checklists store about a member, for them. */
export function ownAnswers(parts: Parameters<typeof memberHistory>[0]): OwnData {
	const history = memberHistory(parts);
	return async (uid, language, { kind }) => {
		switch (kind) {
			case 'page': return { remembered: (await history.of(uid, language, 0)).remembered };
			case 'summary': return { checklists: await history.of(uid, language, mostShown) };
			case 'export': return { checklists: { ...await history.of(uid, language, 0), records: history.records(uid) } };
		}
	};
}
