import { uidOf } from '../kernel/member';
import type { Page } from '../kernel/routes';
import type { SettingsStore } from '../kernel/ports';
import { readSettings, type SettingSpec, type SettingSpecs } from '../kernel/settings';
import { guestCategories } from './guests';
import { decisionDays } from './decision-counts';
import { memberList } from './member-list';
import { iso } from './pages';
import type { TermsParts } from './parts';
import { upcomingVersions, versionInForce } from './rules';
import type { TermsDocument } from './version';

function settingView(key: string, spec: SettingSpec, value: unknown) {
	return {
		key, kind: spec.kind, value, default: spec.default, clause: spec.clause, client: spec.client ?? false,
		...(spec.kind === 'choice' ? {
			options: spec.options.map(option => ({
				value: option, selected: option === value, label: `admin/plugins/forum-terms:settings.${key}-${option}`,
			})),
		} : {}),
		...(spec.kind === 'integer' ? { min: spec.min, max: spec.max } : {}),
		...(spec.kind === 'text' ? { maxLength: spec.maxLength } : {}),
	};
}

/** The ACP page: documents, versions, the draft, who has accepted, settings. */
export function adminPage(parts: TermsParts, allSettings: SettingSpecs, stored: SettingsStore): Page {
	const { store, publication, clock, seals, keyring } = parts;
	const list = memberList(parts);
	const draftLanguages = (views: { draft: { texts: { language: string }[] } | null }[]) =>
		[...new Set(views.flatMap(({ draft }) => draft?.texts.map(({ language }) => language) ?? []))];

	async function documentView(document: TermsDocument) {
		const [draft, counts, days] = await Promise.all([
			publication.draft(document.id), list.counts(document),
			decisionDays(parts.database, document.id, clock.now()),
		]);
		const inForce = versionInForce(document.versions, clock.now());
		return {
			document: document.id,
			title: document.title,
			settings: { ...document, versions: undefined },
			groupNames: document.groups.join(', '),
			categoryIds: document.cids.join(', '),
			languages: Object.keys(inForce?.hashes ?? {}),
			days, hasDays: days.length > 0, daysJSON: JSON.stringify(days),
			rollout: inForce && {
				...inForce.rollout, groupNames: inForce.rollout.groups.join(', '), pausedAtISO: iso(inForce.rollout.pausedAt),
			},
			current: inForce?.id ?? '',
			upcoming: upcomingVersions(document.versions, clock.now())[0]?.id ?? '',
			hasDraft: draft.ok,
			counts,
			versions: [...document.versions].reverse().map((version, index, all) => ({
				version: version.id, before: all[index + 1]?.id ?? '', publishedAtISO: iso(version.publishedAt), effectiveAtISO: iso(version.effectiveAt),
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

	return {
		path: '/admin/plugins/forum-terms', access: 'administrator', kind: 'admin',
		title: '[[admin/plugins/forum-terms:page.title]]',
		async render({ query, actor }) {
			const [documents, saved, ledger, { id: key }] = await Promise.all([
				store.documents(), stored.read(), seals.state(), keyring(),
			]);
			const values = readSettings(allSettings, saved);
			const picked = documents.find(({ id }) => id === query.document) ?? documents[0];
			const views = picked ? [await documentView(picked)] : [];
			return {
				template: 'admin/plugins/forum-terms',
				data: {
					// The draft has buttons of its own; NodeBB's "save changes" in the header would promise to save it.
					hideSave: true,
					documents: views,
					hasSeveral: documents.length > 1,
					allDocuments: documents.map(({ id, title }) =>
						({ document: id, title, active: id === picked?.id })),
					ledger: { records: ledger.lastRecord, sealed: ledger.lastSealed, key },
					guestCategories: await guestCategories(parts.places, uidOf(actor)),
					nothingPublished: views.every(({ versions }) => versions.length === 0),
					languages: draftLanguages(views),
					settings: Object.entries(allSettings).map(([key, spec]) => settingView(key, spec, values[key])),
				},
			};
		},
	};
}
