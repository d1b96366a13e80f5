import type { DecisionDraft, DecisionSnapshot } from '../../lib/kernel/offers/decision-book';
import type { ClauseTexts } from '../../lib/kernel/offers/clause-texts';
import type { Host } from '../../lib/kernel/host/ports';
import { citations } from '../../lib/platform/decisions/citations';
import { shownDeciders } from '../../lib/platform/decisions/shown-decider';
import { statementComposer } from '../../lib/platform/decisions/statement';
import { forumOf } from '../../lib/platform/forum/forum';
import { auditOf } from '../../lib/records/decisions/audit';
import { decisionBook } from '../../lib/records/decisions/book';
import { recordsServices } from '../../lib/records/services';
import { termsInMemory } from './terms';

/** A moderator hides post 12 of member 7; say only what the test is about. */
export function decisionDraft(more: Partial<DecisionDraft> = {}): DecisionDraft {
	return {
		act: 'hide', subject: { kind: 'post', id: '12' }, account: '', affected: [7], by: 1, about: 0, clause: '2', ground: 'cause',
		against: null, facts: 'Said something.', note: '', source: { kind: 'own-look', id: '' },
		automation: { detected: false, decided: false }, matter: '', scope: 'post', from: 0, until: 0, notice: { kind: 'sent' },
		redress: 'appeal', sight: { right: 'moderate', cids: [5] }, ...more,
	};
}

export function snapshot(more: Partial<DecisionSnapshot> = {}): DecisionSnapshot {
	return {
		pid: '12', tid: 3, cid: 5, uid: 7, title: 'A topic', content: 'What was said.', writtenAt: 1000, editedAt: 2000,
		attachments: [{ name: 'trace.txt', hash: 'ab' }], isPurged: false, ...more,
	};
}

/** The record over a host without published terms: `forum-2` is in force, and each clause says so. */
export function recordOver(host: Host) {
	const clauses: ClauseTexts = {
		inForce: async () => ({ document: 'forum', version: 'forum-2', language: 'en-GB', hash: 'ab' }),
		text: async (version, clause, language) =>
			({ heading: `Clause ${clause}`, text: `${clause} as in ${version}.`, language }),
	};
	const nameOf = async (version: string) => ({ key: `name of ${version}` });
	const book = decisionBook({ host, secret: forumOf(host).secret, clauses });
	return {
		book, composer: statementComposer({ clauses, nameOf, deciders: shownDeciders(forumOf(host)), host }),
		citations: citations({ book, translate: host.translate, nameOf, clauses }),
	};
}

/** The book over a forum with published terms. */
export async function decisionsInMemory() {
	const terms = await termsInMemory();
	await terms.publish();
	/** What another process has. */
	const over = (host: Host) => decisionBook({ host, secret: forumOf(host).secret, clauses: terms.clauses });
	const book = over(terms.host);
	const services = recordsServices(terms.host, forumOf(terms.host), {
		book, keyring: terms.keyring, verifyLedger: terms.verifyLedger, ledgerState: terms.seals.state,
		clauses: terms.clauses, companies: async () => new Map(), partnerOf: async () => '',
	});
	const { seals, checks, webhook, retention } = services;
	return {
		...terms, book, bookOver: over, decisionSeals: seals, webhook, retention, services,
		audit: () => auditOf(checks),
	};
}

export type DecisionsInMemory = Awaited<ReturnType<typeof decisionsInMemory>>;
