import { difference, intersection, union, uniq } from 'lodash';
import type { Clock, Members } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/outcome';
import { refuse } from '../../kernel/refusal';
import type { TermsStore } from '../documents/store';
import type { TermsDocument, VersionDraft } from '../documents/version';

/** Whom the publication of a draft will reach. Counts of members, as things stand now. */
export interface Forecast {
	/** Will have to accept before they post again. */
	asked: number;
	/** Are asked like everybody but never stopped: administrators and groups of robots, by setting. */
	exempt: number;
	/** Of those asked, here in the last minutes. */
	online: number;
	/** Of those asked, with an API token: their programs will be told to accept. */
	withTokens: number;
	/** How many of those asked are in each group that the forum shows. */
	groups: { name: string; asked: number }[];
	/** First moment at which somebody is stopped, milliseconds since 1970; 0 when nobody ever is. */
	from: number;
	/** Unsent texts stay in browsers, where no forum can count them. */
	drafts: null;
}

interface Parts {
	store: TermsStore;
	members: Pick<Members, 'count' | 'inGroups' | 'online' | 'withTokens' | 'publicGroups'>;
	/** Groups whose members are asked, and never stopped. */
	exemptGroups: () => Promise<string[]>;
	clock: Clock;
}

const dayMs = 86_400_000;

function asks({ change, notice }: VersionDraft, document: TermsDocument): boolean {
	return notice === 're-accept' && (change === 'significant' || document.versions.length === 0) && !document.archived;
}

/** What publishing the draft will do, before it is done; what then happens is the same, number by number. */
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
