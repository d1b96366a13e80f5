import { uidOf } from '../../kernel/host/member';
import type { Clock, Database, Members, Places } from '../../kernel/host/ports';
import { tokenOf } from '../../kernel/refusals/message';
import type { PageCall } from '../../kernel/slice/routes';
import type { AdminTab } from '../../kernel/slice/slice';
import { renewalsFor } from '../documents/renewal';
import type { Audience } from '../acceptance/audience';
import { guestCategories } from '../acceptance/guests';
import { decisionDays } from '../acceptance/decision-counts';
import type { Keys } from '../../platform/sealed-book/keyring';
import type { Ledger } from '../ledger/ledger';
import { memberList } from '../acceptance/member-list';
import { iso } from '../ledger/record';
import type { Publication } from './publication';
import { upcomingVersions, versionInForce } from '../documents/rules';
import type { Seals } from '../../platform/sealed-book/seals';
import type { TermsSettings } from '../documents/settings';
import type { TermsStore } from '../documents/store';
import type { TermsDocument } from '../documents/version';
import { titleToken, versionName } from '../documents/version-name';
import type { Soon } from '../../kernel/host/soon';

interface Parts {
	store: TermsStore;
	publication: Publication;
	keyring: Keys;
	seals: Seals;
	clock: Clock;
	places: Places;
	database: Database;
	ledger: Ledger;
	audience: Audience;
	members: Members;
	settings: () => Soon<TermsSettings>;
}

/** The terms area of the ACP: documents, versions, the draft, who has accepted. */
export function adminTabs(parts: Parts): AdminTab[] {
	const { store, publication, clock, seals, keyring } = parts;
	const list = memberList(parts);
	const draftLanguages = (views: { draft: { texts: { language: string }[] } | null }[]) =>
		[...new Set(views.flatMap(({ draft }) => draft?.texts.map(({ language }) => language) ?? []))];

	async function documentView(document: TermsDocument) {
		const [{ enforcement }, draft, counts, days] = await Promise.all([
			parts.settings(),
			publication.draft(document.id), list.counts(document),
			decisionDays(parts.database, document.id, clock.now()),
		]);
		const inForce = versionInForce(document.versions, clock.now());
		const [upcoming] = upcomingVersions(document.versions, clock.now());
		return {
			document: document.id,
			title: document.title, shownTitle: titleToken(document.title), enforcement,
			settings: { ...document, versions: undefined },
			renewals: renewalsFor(document.renewal),
			groupNames: document.groups.join(', '),
			categoryIds: document.cids.join(', '),
			languages: Object.keys(inForce?.hashes ?? {}),
			days, hasDays: days.length > 0, daysJSON: JSON.stringify(days),
			rollout: inForce && {
				...inForce.rollout, groupNames: inForce.rollout.groups.join(', '), pausedAtISO: iso(inForce.rollout.pausedAt),
			},
			current: inForce?.id ?? '', currentName: inForce ? tokenOf(versionName(inForce)) : '',
			upcomingName: upcoming ? tokenOf(versionName(upcoming)) : '',
			hasDraft: draft.ok,
			counts,
			versions: [...document.versions].reverse().map((version, index, all) => ({
				version: version.id, name: tokenOf(versionName(version)), before: all[index + 1]?.id ?? '',
				publishedAtISO: iso(version.publishedAt), effectiveAtISO: iso(version.effectiveAt),
				change: version.change, notice: version.notice, changelog: version.changelog,
				publishedBy: version.publishedBy, current: version.id === inForce?.id,
			})),
			draft: draft.ok ? {
				...draft.value,
				effectiveAtISO: iso(draft.value.effectiveAt ?? 0),
				texts: Object.entries(draft.value.texts).map(([language, markdown]) => ({ language, markdown })),
			} : null,
		};
	}

	async function data({ query, actor }: PageCall) {
		const [documents, ledger, { id: key }] = await Promise.all([store.documents(), seals.state(), keyring()]);
		const picked = documents.find(({ id }) => id === query.document) ?? documents[0];
		const views = picked ? [await documentView(picked)] : [];
		return {
			documents: views,
			// After publishing: what comes next.
			published: views.flatMap(({ versions }) => versions)
				.find(({ version }) => version === query.published) ?? null,
			hasSeveral: documents.length > 1,
			allDocuments: documents.map(({ id, title }) =>
				({ document: id, title: titleToken(title), active: id === picked?.id })),
			ledger: { records: ledger.lastRecord, sealed: ledger.lastSealed, key },
			guestCategories: await guestCategories(parts.places, uidOf(actor)),
			languages: draftLanguages(views),
		};
	}

	return [{ id: 'terms', title: 'admin/plugins/forum-terms:tab.terms', opensWith: 'document', data }];
}
