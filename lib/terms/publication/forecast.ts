import { difference, intersection, union, uniq } from 'lodash';
import type { Clock, Members } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import type { TermsStore } from '../documents/store';
import type { TermsDocument, VersionDraft } from '../documents/version';

/** Whom publishing a draft will reach, as numbers of members, now. */
export interface Forecast {
	/** Will have to accept before posting. */
	asked: number;
	/** Will be asked but never stopped, by setting: administrators and groups of bots. */
	exempt: number;
	/** Of those asked, active in the last minutes. */
	online: number;
	/** Of those asked, with an API token: their programs get an error until they accept. */
	withTokens: number;
	/** Of those asked, per group that the forum shows. */
	groups: { name: string; asked: number }[];
	/** When the first member is stopped, milliseconds since 1970; 0: never. */
	from: number;
	/** Unsent drafts are in browsers, where the forum cannot count them. */
	drafts: null;
}

interface Parts {
	store: TermsStore;
	members: Pick<Members, 'count' | 'inGroups' | 'online' | 'withTokens' | 'publicGroups'>;
	/** Groups whose members are asked but never stopped. */
	exemptGroups: () => Promise<string[]>;
	clock: Clock;
}

const dayMs = 86_400_000;

function asks({ change, notice }: VersionDraft, document: TermsDocument): boolean {
	return notice === 're-accept' && (change === 'significant' || document.versions.length === 0) && !document.archived;
}

/** Predicts what publishing the draft does; the numbers match what then happens. */
export function forecasts({ store, members, exemptGroups, clock }: Parts) {
	async function exemptUids(): Promise<number[]> {
		const groups = await exemptGroups();
		return groups.length > 0 ? members.inGroups(groups) : [];
	}

	return async (documentId: string): Promise<Outcome<Forecast>> => {
		const document = (await store.documents()).find(({ id }) => id === documentId);
		const draft = document && await store.draft(documentId);
		if (!document || !draft) {
			return refused(refuse(document ? 'draft-missing' : 'document-unknown', [documentId]));
		}
		const nobody: Forecast = { asked: 0, exempt: 0, online: 0, withTokens: 0, groups: [], from: 0, drafts: null };
		if (!asks(draft, document)) {
			return done(nobody);
		}
		const [exempt, online, tokens, everybody, names, audience] = await Promise.all([
			exemptUids(), members.online(), members.withTokens(), members.count(), members.publicGroups(),
			document.groups.length > 0 ? members.inGroups(document.groups) : null,
		]);
		const excused = audience ? intersection(exempt, audience) : exempt;
		const concerned = (uids: readonly number[]) =>
			difference(audience ? intersection(uids, audience) : uniq(uids), exempt).length;
		const groups = await Promise.all(names.map(async name => ({
			name, asked: concerned(await members.inGroups([name])),
		})));
		return done({
			asked: (audience ? union(audience).length : everybody) - union(excused).length,
			exempt: union(excused).length,
			online: concerned(online),
			withTokens: concerned(tokens),
			groups: groups.filter(({ asked }) => asked > 0),
			from: (draft.effectiveAt ?? clock.now()) + (draft.graceDays * dayMs),
			drafts: null,
		});
	};
}
