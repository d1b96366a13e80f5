import type { AccountTerms } from '../../kernel/offers/account-terms';
import { done, refused } from '../../kernel/refusals/outcome';
import type { Clock, Host, Site } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { Acceptance } from './acceptance';
import type { Catalogue } from '../documents/catalogue';
import { shownLanguage } from '../text/language';
import type { Ledger } from '../ledger/ledger';
import { lastDecisionId, sufficientFrom, undecided, versionInForce } from '../documents/rules';
import { parseVersionId } from '../documents/version';
import { titledById, titleToken } from '../documents/version-name';

/** Acceptance for a partner account (clause 4.12): what it owes, and the record that its owner accepted for it. */
export function accountTerms(
	{ acceptance, catalogue, ledger, clock, site, translate }: {
		acceptance: Acceptance; catalogue: Catalogue; ledger: Ledger; clock: Clock; site: Site; translate: Host['translate'];
	},
): Omit<AccountTerms, 'acceptedBy'> {
	return {
		nameOf: id => titledById(catalogue, id),
		async owed(uid, accepted, language) {
			const now = clock.now();
			const owed = (await acceptance.documentsFor(uid, null)).flatMap(({ id, versions }) => {
				const version = versionInForce(versions, now);
				// Includes versions not rolled out to this owner: another owner accepted them for the account.
				const said = accepted.map(one => parseVersionId(one.version)).filter(one => one?.document === id);
				const isEnough = said.some(one => one !== null && one.n >= (sufficientFrom(versions, now) ?? 0));
				return version && !isEnough ? [{ document: id, version: version.id, title: version.title }] : [];
			});
			return Promise.all(owed.map(async one =>
				({ ...one, title: await translate(titleToken(one.title), language) })));
		},
		async accept(uid, versionId, language, account) {
			const version = await catalogue.version(versionId);
			if (!version) {
				return refused(refuse('version-unknown', [versionId], { field: 'version' }));
			}
			const shown = shownLanguage(Object.keys(version.hashes), language, site.defaultLanguage());
			const own = await acceptance.accept({ uid, versionId, language: shown, method: 'api' });
			if (!own.ok) {
				return own;
			}
			const { document, n } = version;
			const last = lastDecisionId((await ledger.standing(uid))[document] ?? undecided);
			const { record } = await ledger.append({
				uid, event: 'accepted', document, version: versionId, n, language: shown, hash: version.hashes[shown] ?? '',
				method: 'behalf', behalf: { uid, reason: account },
			}, last);
			acceptance.forget(uid);
			return done({ document, version: versionId, at: record.at, by: uid });
		},
	};
}
