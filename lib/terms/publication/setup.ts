import type { Clock, Database, Members } from '../../kernel/host/ports';
import type { SetupStep } from '../../kernel/slice/slice';
import type { Audience } from '../acceptance/audience';
import { memberList } from '../acceptance/member-list';
import type { TermsStore } from '../documents/store';
import type { Ledger } from '../ledger/ledger';

/** Done when a text is in force, and when somebody has accepted or declined it. */
export function termsSetup(parts: {
	store: TermsStore; database: Database; ledger: Ledger; members: Members; clock: Clock; audience: Audience;
}): SetupStep[] {
	const list = memberList(parts);
	const published = async () => (await parts.store.documents()).filter(({ versions }) => versions.length > 0);
	return [
		{ name: 'terms', opens: 'draft', isDone: async () => (await published()).length > 0 },
		{
			name: 'tried',
			async isDone() {
				const counts = await Promise.all((await published()).map(list.counts));
				return counts.some(({ accepted, declined }) => accepted + declined > 0);
			},
		},
	];
}
