import * as v from 'valibot';
import { RefusedError } from '../../kernel/slice/edges';
import { textOf } from '../../kernel/formats/text';
import type { OwedText } from '../../kernel/offers/owed';
import { versionIdSchema } from '../../kernel/refusals/wire';
import { refuse } from '../../kernel/refusals/refusal';
import { isSameFingerprint, fingerprint } from '../../platform/fingerprint';
import type { Acceptance } from './acceptance';
import { shownLanguage } from '../text/language';
import type { Debt } from '../documents/rules';
import { owedView, type OwedViewParts } from './owed-view';
import { titledVersions, titles } from '../documents/version-name';

/** Name of the field that carries an acceptance from the registration form to the account. */
export const markerField = 'forumTermsMarker';

const markerSchema = v.strictObject({
	versions: v.pipe(v.array(versionIdSchema), v.maxLength(50)),
	language: v.string(),
	at: v.number(),
});
type Marker = v.InferOutput<typeof markerSchema>;

/** The form fields of the registration step; NodeBB passes strings. */
interface FormData { forumTermsVersions?: unknown; forumTermsLanguage?: unknown; forumTermsAgree?: unknown }

interface Parts extends OwedViewParts {
	acceptance: Acceptance;
	/** The forum's secret for fingerprints. */
	secret: () => Promise<string>;
}

/**
 * Acceptance before there is an account (R2.2): asked in the form, sealed, and written to the ledger once a uid exists.
 */
export interface Registration {
	/** What the form shows; null if nothing is owed or the form already carries a valid answer. */
	question(
		userData: Record<string, unknown>, language: string): Promise<{ owed: OwedText[]; language: string } | null>;
	/** Takes the answer; throws the refusal that returns the person to the form. */
	answer(userData: Record<string, unknown>, form: FormData): Promise<void>;
	/** Writes the ledger record of an account's marker. Safe to repeat; a forged marker is ignored. */
	settle(uid: number, marker: unknown): Promise<boolean>;
	/** Whether this forum sealed the marker. */
	isGenuine(marker: unknown): Promise<boolean>;
}

export function registration(parts: Parts): Registration {
	const { acceptance, catalogue, secret, fallbackLanguage, now } = parts;

	const signatureOf = async (payload: string) => fingerprint(await secret(), 'registration/v1', [payload]);

	async function open(sealed: unknown): Promise<Marker | null> {
		if (typeof sealed !== 'string' || sealed.length > 10_000) {
			return null;
		}
		const [, payload = '', signature = ''] = /^([\w-]+)\.([0-9a-f]{64})$/.exec(sealed) ?? [];
		if (!isSameFingerprint(await signatureOf(payload), signature)) {
			return null;
		}
		const decoded = v.safeParse(v.pipe(v.string(), v.parseJson(), markerSchema),
			Buffer.from(payload, 'base64url').toString('utf8'));
		return decoded.success ? decoded.output : null;
	}

	async function close(marker: Marker): Promise<string> {
		const payload = Buffer.from(JSON.stringify(marker), 'utf8').toString('base64url');
		return `${payload}.${await signatureOf(payload)}`;
	}

	function covers(marker: Marker | null, debts: readonly Debt[]): boolean {
		return marker !== null && debts.every(({ version }) => marker.versions.includes(version.id));
	}

	return {
		async question(userData, language) {
			const debts = await acceptance.debtsOfNewcomer();
			if (debts.length === 0 || covers(await open(userData[markerField]), debts)) {
				return null;
			}
			const owed = await Promise.all(debts.map(debt =>
				owedView(debt, language, parts)));
			return { owed, language: owed[0]?.language ?? language };
		},
		async answer(userData, form) {
			const debts = await acceptance.debtsOfNewcomer();
			const shown = textOf(form.forumTermsVersions).split(',').filter(id => id !== '');
			const missing = debts.filter(({ version }) => !shown.includes(version.id));
			if (missing.length > 0 && shown.length > 0) {
				throw new RefusedError(refuse('registration-superseded', [titledVersions(missing.map(({ version }) => version))]));
			}
			if (missing.length > 0 || form.forumTermsAgree !== '1') {
				throw new RefusedError(refuse('registration-undecided', [titles(debts.map(({ version }) => version))], {
					field: 'forumTermsAgree',
				}));
			}
			userData[markerField] = await close({
				versions: debts.map(({ version }) => version.id),
				language: textOf(form.forumTermsLanguage).slice(0, 20),
				at: now(),
			});
		},
		async settle(uid, sealed) {
			const marker = await open(sealed);
			if (!marker) {
				return false;
			}
			for (const versionId of marker.versions) {
				const version = await catalogue.version(versionId);
				const language = shownLanguage(Object.keys(version?.hashes ?? {}), marker.language, fallbackLanguage());
				await acceptance.witness({ uid, versionId, language, method: 'registration' });
			}
			return true;
		},
		isGenuine: async marker => (await open(marker)) !== null,
	};
}
