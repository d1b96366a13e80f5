import assert from 'node:assert/strict';
import fc from 'fast-check';
import { accountTerms } from '../../lib/terms/acceptance/account-terms';
import { pageGate } from '../../lib/terms/acceptance/gate';
import { termsConfig } from '../../lib/terms/hooks';
import { termsReviewer } from '../../lib/terms/reviewer';
import { termsPages } from '../../lib/terms/pages';
import { everybody } from '../../lib/terms/documents/rollout';
import { ownAgreements } from '../../lib/terms/own-data';
import { ownDataRoutes } from '../../lib/records/own-data-routes';
import { termsRoutes } from '../../lib/terms/routes';
import { stamps } from '../../lib/terms/stamps/stamp';
import { plainSettings } from '../../lib/terms/documents/version';
import type { Submission } from '../../lib/kernel/slice/review';
import { draft, termsInMemory, type TermsInMemory } from '../builders/terms';

/** Of nobody's posts was anything decided. */
const none = async function* none() {
	await Promise.resolve();
	yield [];
};
const noTexts = { all: none, decisions: none };

const uid = 7;
const actor = { kind: 'member' as const, uid };
const publish = async (terms: TermsInMemory, percent: number, paused: boolean) => {
	await terms.publish();
	await terms.publication.rollOut('forum', { ...everybody, percent, pausedAt: paused ? 1 : 0 });
};
interface Overview { documents: { version: string; owed: boolean }[] }

/** What each place that tells members what they owe says of one, by its name. */
const newTopic: Submission = {
	act: 'topic', origin: 'api', author: actor, place: { cid: '1' }, text: { title: 'Hello', content: 'Hi' }, answers: {},
};

async function answers(terms: TermsInMemory): Promise<Record<string, readonly string[]>> {
	const settings = () => terms.settings();
	const reviewer = termsReviewer({
		acceptance: terms.acceptance, members: terms.members, settings, cidOf: terms.cidOf, clock: terms.clock,
		isExempt: terms.isExempt, fallbackLanguage: () => 'en-GB',
	});
	const reasons = await reviewer.review(newTopic, { dryRun: true });
	const call = {
		actor, body: {}, params: {}, query: {}, language: 'en-GB', ifMatch: null,
		header: () => '', rawBody: Buffer.alloc(0), method: 'GET', address: '/',
	};
	const route = async (path: string) => {
		const found = [...termsRoutes(terms), ...ownDataRoutes({ ownData: ownAgreements(terms), texts: noTexts, host: terms.host })].find(one => one.path === path && one.method === 'get');
		const answer = await found?.handle(call);
		assert.ok(answer?.ok);
		return answer.value as Overview & { inForce: Overview['documents'] };
	};
	const owedIn = (documents: Overview['documents']) => documents.filter(({ owed }) => owed).map(({ version }) => version);
	const page = await termsPages(terms, async () => [])[0]?.render({ ...call });
	assert.ok(page && 'data' in page);
	const gate = pageGate(terms.acceptance, settings, terms.clock, async () => false);
	const named = (fact: unknown) => [...(JSON.stringify(fact) ?? '')
		.matchAll(/version\.titled","facts":\[(?:"[^"]*"|\{[^}]*\}),"(\d+)"/g)]
		.map(([, n]) => `forum-${n}`);
	return {
		'GET /posting': (await terms.owedTo(uid, 'en-GB')).map(({ version }) => version),
		'GET /terms': owedIn((await route('/terms')).documents),
		'GET /me': owedIn((await route('/me')).inForce),
		'page /forum-terms': owedIn(page.data.documents as Overview['documents']),
		'a post': named(reasons[0]?.refusal.facts[0]),
		'page gate': await gate(uid, () => ({ path: '/', returnTo: '/' })) === null ? [] : ['asked'],
	};
}

describe('what a member owes', () => {
	it('is the same at every place that says it, and what is owed can be accepted', async () => {
		const rollout = fc.record({ percent: fc.constantFrom(0, 30, 100), paused: fc.boolean() });
		await fc.assert(fc.asyncProperty(rollout, rollout, fc.constantFrom('block', 'off'), fc.nat(3),
			async (second, third, enforcement, acceptedN) => {
				const terms = await termsInMemory();
				terms.stored.enforcement = enforcement;
				await terms.publish();
				await publish(terms, second.percent, second.paused);
				if (acceptedN > 0) {
					await terms.accept(uid, `forum-${acceptedN}`);
				}
				await publish(terms, third.percent, third.paused);
				const said = await answers(terms);
				const owed = said['GET /posting'] ?? [];
				for (const [place, versions] of Object.entries(said)) {
					assert.deepEqual(place === 'page gate' ? versions.length : versions,
						place === 'page gate' ? owed.length : owed, place);
				}
				for (const version of owed) {
					const accepted = await terms.accept(uid, version);
					assert.equal(accepted.ok, true, version);
				}
				assert.deepEqual((await answers(terms))['GET /me'], []);
			}), { numRuns: 60 });
	});

	it('is the version before while a new one goes out to nobody: named, shown, stamped and told of as such', async () => {
		const terms = await termsInMemory();
		await terms.publish({ notice: 'banner' });
		await publish(terms, 0, false);
		const [document] = await terms.overview(uid);
		assert.equal(document?.version, 'forum-1');
		assert.equal((await terms.overview(0))[0]?.version, 'forum-1');
		assert.deepEqual(await stamps(terms)(uid, {}), { version: 'forum-1', licence: 'forum-1' });
		const { banners } = await termsConfig(terms, terms.host)(uid);
		assert.deepEqual((banners as { version: string }[]).map(({ version }) => version), ['forum-1']);
		assert.deepEqual((await terms.acceptance.debtsOfNewcomer()).map(debt => debt.version.id), ['forum-1']);
		const refused = await terms.accept(uid, 'forum-2');
		assert.equal(!refused.ok && refused.refusal.code, 'version-on-its-way');
	});

	it('is told to those to whom it has come, and reminders name what each of them owes', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.store.saveDocument('forum', { ...plainSettings, title: 'Forum terms', reminderDays: 7 });
		await terms.publish({ notify: true });
		terms.inGroup.set('pilots', [8]);
		await terms.publication.rollOut('forum', { ...everybody, percent: 0, groups: ['pilots'] });
		assert.equal(await terms.announcements.announce(), 1);
		terms.time.at += 8 * 86_400_000;
		await terms.announcements.remind();
		const reminded = terms.sent.filter(({ kind }) => kind === 'reminder');
		const versionOf = (who: number) => /forum-\d/.exec(reminded.find(sent => sent.uid === who)?.id ?? '')?.[0];
		assert.deepEqual([versionOf(8), versionOf(9)], ['forum-2', 'forum-1']);
	});

	it('is called declined only if all of it is', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.store.saveDocument('privacy', { ...plainSettings, title: 'Privacy' });
		await terms.publication.saveDraft('privacy', draft({ title: 'Privacy' }));
		assert.ok((await terms.publication.publish('privacy', 1)).ok);
		const said = async () => {
			const reviewer = termsReviewer({ ...terms, settings: () => terms.settings(), fallbackLanguage: () => 'en-GB' });
			return (await reviewer.review(newTopic, { dryRun: true })).map(({ refusal }) => refusal.code);
		};
		assert.deepEqual(await said(), ['terms-unaccepted']);
		await terms.decline(uid, 'forum-1');
		assert.deepEqual(await said(), ['terms-unaccepted']);
		await terms.decline(uid, 'privacy-1');
		assert.deepEqual(await said(), ['terms-declined']);
	});

	it('is no longer reminded of once its document is archived', async () => {
		for (const archived of [false, true]) {
			const terms = await termsInMemory();
			await terms.publish({ notify: true });
			await terms.store.saveDocument('forum', { ...plainSettings, title: 'Forum terms', reminderDays: 7, archived });
			await terms.announcements.announce();
			terms.time.at += 8 * 86_400_000;
			await terms.announcements.remind();
			assert.equal(terms.sent.some(({ kind }) => kind === 'reminder'), !archived);
		}
	});

	it('is not asked of an owner for whose account another one has accepted a newer version', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await publish(terms, 0, false);
		assert.deepEqual(await accountTerms({ ...terms, translate: async token => token })
			.owed(uid, [{ version: 'forum-2', at: 1, by: 8, document: 'forum' }], 'en-GB'), []);
	});
});
