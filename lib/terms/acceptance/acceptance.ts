import type { Cache, Clock } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { readThrough } from '../../kernel/host/read-through';
import { after, type Soon } from '../../kernel/host/soon';
import { dayPhrase } from '../../kernel/refusals/message';
import { refuse } from '../../kernel/refusals/refusal';
import type { Pace } from '../../platform/pace';
import type { Audience } from './audience';
import type { Catalogue } from '../documents/catalogue';
import type { DecisionCounts } from './decision-counts';
import { shownLanguage } from '../text/language';
import type { Ledger } from '../ledger/ledger';
import type { LedgerRecord, Method } from '../ledger/record';
import { acceptanceState, lastDecisionId, undecided, versionInForce, type Debt, type Standing } from '../documents/rules';
import type { TermsDocument, Version } from '../documents/version';
import { titledVersion, versionInline } from '../documents/version-name';
import { nothingAsked, positionOf, type Position } from '../documents/position';

/** A member's decision about a version: which one, in which language they read it, and where. */
export interface Statement {
	uid: number;
	versionId: string;
	language: string;
	method: Method;
	/** Hash of the displayed text, if the client sends it. */
	hash?: string | undefined;
	/** Who decided on their behalf, and why. */
	behalf?: { uid: number; reason: string } | undefined;
}

/** Asks a member to accept again after a breach. */
export interface Recall { uid: number; document: string; by: number; reason: string }

/** Asking, accepting and declining (clause 2). Every call is safe to repeat. */
export interface Acceptance {
	/**
	 * What a member owes in the whole forum and, if a category is given, there; includes debts in their grace period. A
	 * document of groups binds only its groups.
	 */
	debts(uid: number, cid?: number | null): Soon<readonly Debt[]>;
	/** The same with what else the documents there ask of the member. */
	position(uid: number, cid?: number | null): Soon<Position>;
	/** The same for all documents, those of certain categories too. */
	positionAnywhere(uid: number): Soon<Position>;
	/** The unarchived documents that bind a member at a place, by groups and category. */
	documentsFor(uid: number, cid: number | null): Soon<readonly TermsDocument[]>;
	/** What a new member has to accept, whatever the notice was. */
	debtsOfNewcomer(): Promise<Debt[]>;
	accept(statement: Statement): Promise<Outcome<LedgerRecord>>;
	decline(statement: Statement): Promise<Outcome<LedgerRecord>>;
	/**
	 * Records an acceptance that was sealed earlier (registration, approval queue), also of a version that has been
	 * superseded since; null if the version never existed.
	 */
	witness(statement: Statement): Promise<LedgerRecord | null>;
	/** Posting is use: records implied agreement to versions that ask nobody, once per member and version. */
	noteUse(uid: number, agreed: Position['agreed'], language: () => Soon<string>): Promise<void>;
	/** Asks a member again, whatever they accepted before (staff decide, after a breach). */
	recall(recall: Recall): Promise<Outcome<LedgerRecord>>;
	/** Records that the member saw the text of each debt. */
	noteShown(uid: number, debts: readonly Debt[], language: string, method: Method): Promise<void>;
	standing(uid: number): Soon<Standing>;
	/** Drops the member's cached standing in every process. */
	forget(uid: number): void;
}

interface Parts {
	catalogue: Catalogue;
	ledger: Ledger;
	audience: Audience;
	counts: DecisionCounts;
	clock: Clock;
	/** Standings of members, so that a page view needs no read. */
	cache: Cache;
	fallbackLanguage: () => string;
	pace: Pace;
}

/**
 * How often a member may decline a version after accepting it. Accepting needs no limit of its own: each further
 * acceptance follows such a refusal.
 */
const mostWithdrawals = { most: 10, minutes: 60 };

export function acceptance(parts: Parts): Acceptance {
	const { catalogue, ledger, audience, clock } = parts;
	const { documentOf, documentsFor } = audience;
	const standings = readThrough<Standing>(parts.cache, uid => ledger.standing(Number(uid)));

	/** Missing seconds of reading time, counted from when the text was shown. */
	async function unreadSeconds({ uid, behalf }: Statement, version: Version): Promise<number> {
		const wanted = (await documentOf(version.document, uid))?.readingSeconds ?? 0;
		if (wanted === 0 || behalf) {
			return 0;
		}
		const shown = await ledger.shown(uid, version.id);
		return shown ? Math.max(0, Math.ceil(wanted - ((clock.now() - shown.at) / 1000))) : wanted;
	}

	/** The version if it is in force, otherwise why it cannot be decided about. */
	async function decidable({ uid, versionId, hash, language }: Statement): Promise<Outcome<Version>> {
		const version = await catalogue.version(versionId);
		if (!version) {
			return refused(refuse('version-unknown', [versionId]));
		}
		const inForce = versionInForce((await documentOf(version.document, uid))?.versions ?? [], clock.now());
		if (version.effectiveAt > clock.now() && version.n > (inForce?.n ?? 0)) {
			return refused(refuse('version-upcoming', [dayPhrase(version.effectiveAt)]));
		}
		if (version.n > (inForce?.n ?? 0)) {
			return refused(refuse('version-on-its-way', [titledVersion(version)]));
		}
		if (inForce && inForce.id !== version.id) {
			return refused(refuse('version-superseded', [titledVersion(version), versionInline(inForce)], { termsVersion: inForce.id }));
		}
		if (!Object.hasOwn(version.hashes, language)) {
			return refused(refuse('language-unknown', [language, titledVersion(version)], { field: 'language' }));
		}
		if (hash !== undefined && hash !== version.hashes[language]) {
			return refused(refuse('hash-mismatch', [titledVersion(version)], { field: 'hash' }));
		}
		return done(version);
	}

	async function decide(statement: Statement, event: 'accepted' | 'declined'): Promise<Outcome<LedgerRecord>> {
		const version = await decidable(statement);
		if (!version.ok) {
			return version;
		}
		const unread = event === 'accepted' ? await unreadSeconds(statement, version.value) : 0;
		if (unread > 0) {
			return refused(refuse('reading-unfinished', [version.value.title, unread]));
		}
		try {
			const before = await situation(statement, event, version.value);
			const isWithdrawal = before.record === null && event === 'declined' && before.decision.acceptedN === version.value.n;
			const refusal = isWithdrawal && !statement.behalf ? await parts.pace.limit(
				`decline:${version.value.document}`, statement.uid, mostWithdrawals, '2') : null;
			return refusal ? refused(refusal) : done(await write(statement, event, version.value, before));
		} catch (error) {
			// If counting fails too, the first error is the one that matters.
			await parts.counts.countError(version.value).catch(() => undefined);
			throw error;
		}
	}

	/** The member's standing before this decision, and its record if it was made already and still applies. */
	async function situation(statement: Statement, event: 'accepted' | 'declined', { document, n }: Version) {
		const standing = await ledger.standing(statement.uid);
		const decision = standing[document] ?? undecided;
		const concerned = await documentOf(document, statement.uid);
		const stands = !concerned || acceptanceState(concerned, decision, clock.now()) !== 'owed';
		const decidedBefore = stands && (event === 'accepted' ?
			decision.acceptedN === n && decision.acceptedId > decision.declinedId :
			decision.declinedN === n && decision.declinedId > decision.acceptedId);
		return { standing, decision, record: decidedBefore ? await ledger.record(lastDecisionId(decision)) : null };
	}

	async function write(
		statement: Statement, event: 'accepted' | 'declined', version: Version,
		{ standing, decision, record: known }: Awaited<ReturnType<typeof situation>>,
	): Promise<LedgerRecord> {
		if (known) {
			return known;
		}
		const { document, id, n, hashes } = version;
		const shown = statement.language;
		const { record, isNew } = await ledger.append({
			uid: statement.uid, event, document, version: id, n, language: shown, hash: hashes[shown] ?? '',
			method: statement.behalf ? 'behalf' : statement.method, behalf: statement.behalf,
		}, lastDecisionId(decision));
		standings.forget(String(statement.uid));
		if (isNew) {
			await parts.counts.count(statement.uid, version, standing, event);
		}
		return record;
	}

	const positionIn = (found: Soon<readonly TermsDocument[]>, uid: number) => after(found, documents =>
		(documents.every(({ versions }) => versions.length === 0) ? nothingAsked :
			after(standings.get(String(uid)), standing => positionOf(documents, standing, clock.now()))));
	const position: Acceptance['position'] = (uid, cid = null) => positionIn(documentsFor(uid, cid), uid);

	return {
		documentsFor,
		standing: uid => standings.get(String(uid)),
		forget: uid => standings.forget(String(uid)),
		position,
		debts: (uid, cid) => after(position(uid, cid), ({ debts }) => debts),
		positionAnywhere: uid => positionIn(audience.documentsOf(uid), uid),
		async debtsOfNewcomer() {
			return (await documentsFor(0, null)).flatMap((document) => {
				const version = versionInForce(document.versions, clock.now());
				return version ? [{ document, version, declined: false, since: null, acceptedAt: 0, dueAt: 0 }] : [];
			});
		},
		accept: statement => decide(statement, 'accepted'),
		decline: statement => decide(statement, 'declined'),
		async witness(statement) {
			const version = await catalogue.version(statement.versionId);
			return version && write(statement, 'accepted', version, await situation(statement, 'accepted', version));
		},
		async noteUse(uid, agreed, language) {
			for (const { document, id, n, hashes } of agreed) {
				const shown = shownLanguage(Object.keys(hashes), await language(), parts.fallbackLanguage());
				await ledger.append({
					uid, event: 'accepted', document, version: id, n, language: shown, hash: hashes[shown] ?? '', method: 'implied',
				}, 0);
				standings.forget(String(uid));
			}
		},
		async recall({ uid, document, by, reason }) {
			const version = versionInForce((await documentOf(document, uid))?.versions ?? [], clock.now());
			if (!version) {
				return refused(refuse('document-unknown', [document]));
			}
			const standing = await ledger.standing(uid);
			const { recalledId, ...decided } = standing[document] ?? undecided;
			const isRecalled = recalledId > Math.max(decided.acceptedId, decided.declinedId);
			const stands = isRecalled ? await ledger.record(recalledId) : null;
			if (stands?.version === version.id && stands.reason === reason) {
				return done(stands);
			}
			const { record } = await ledger.append({
				uid, event: 'recalled', document, version: version.id, n: version.n, language: '', hash: version.hash,
				method: 'behalf', behalf: { uid: by, reason },
			}, lastDecisionId(standing[document] ?? undecided));
			standings.forget(String(uid));
			return done(record);
		},
		async noteShown(uid, debts, language, method) {
			await Promise.all(debts.map(({ version }) => {
				const shown = shownLanguage(Object.keys(version.hashes), language, parts.fallbackLanguage());
				return ledger.append({
					uid, event: 'shown', document: version.document, version: version.id, n: version.n,
					language: shown, hash: version.hashes[shown] ?? '', method,
				}, 0);
			}));
		},
	};
}
