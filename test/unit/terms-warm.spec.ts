import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Soon } from '../../lib/kernel/host/soon';
import type { RouteCall } from '../../lib/kernel/slice/routes';
import type { Submission } from '../../lib/kernel/slice/review';
import { pageGate } from '../../lib/terms/acceptance/gate';
import { everybody } from '../../lib/terms/documents/rollout';
import { termsConfig } from '../../lib/terms/hooks';
import { documentRoutes } from '../../lib/terms/publication/document-routes';
import { termsReviewer } from '../../lib/terms/reviewer';
import { stamps } from '../../lib/terms/stamps/stamp';
import { termsInMemory, type TermsInMemory } from '../builders/terms';

const uid = 7;
const dayMs = 86_400_000;
/** The document is for the second one alone in some runs. */
const cids = ['1', '4'];
type Services = ReturnType<TermsInMemory['over']>;

/** What every page and post asks of the terms about a member, by its name. */
function asked(one: Services, host: TermsInMemory['host']): Record<string, () => Soon<unknown>> {
	const { acceptance, audience, catalogue, cidOf, clock, isExempt, members, settings } = one;
	const reviewer = termsReviewer({
		acceptance, members, settings, cidOf, clock, isExempt, fallbackLanguage: () => 'en-GB',
	});
	const submission = (cid: string): Submission => ({
		act: 'topic', origin: 'api', author: { kind: 'member', uid }, place: { cid },
		text: { title: 'Hello', content: 'Hi' }, answers: {},
	});
	const inPlaces = (name: string, ask: (cid: string) => Soon<unknown>) =>
		Object.fromEntries(cids.map(cid => [`${name} in ${cid}`, () => ask(cid)]));
	return {
		'page': () => pageGate(acceptance, settings, clock, isExempt)(uid, () => ({ path: '/topic/1', returnTo: '/topic/1' })),
		'config': () => termsConfig(one, host)(uid),
		'config of guests': () => termsConfig(one, host)(0),
		'documents': () => audience.documentsOf(uid),
		'catalogue': () => catalogue.documents(),
		'debts': () => acceptance.debts(uid),
		'anywhere': () => acceptance.positionAnywhere(uid),
		'standing': () => acceptance.standing(uid),
		...inPlaces('a post', cid => reviewer.review(submission(cid), { dryRun: true })),
		...inPlaces('position', cid => acceptance.position(uid, Number(cid))),
		...inPlaces('stamp', cid => stamps(one)(uid, { cid })),
	};
}

async function answers(one: Services, host: TermsInMemory['host']): Promise<Record<string, unknown>> {
	const said: Record<string, unknown> = {};
	for (const [name, ask] of Object.entries(asked(one, host))) {
		said[name] = await ask();
	}
	return said;
}

/** What changes the answers, through the services that the forum uses. */
const changes = {
	async publish(terms: TermsInMemory, n: number) {
		const notice = (['re-accept', 'banner', 'silent'] as const)[n % 3] ?? 'silent';
		await terms.publish({ notice, graceDays: n % 2 ? 5 : 0 });
	},
	rollOut: (terms: TermsInMemory, n: number) => terms.publication.rollOut('forum', {
		...everybody, percent: [0, 50, 100][n % 3] ?? 100, groups: n % 2 ? ['pilots'] : [], pausedAt: n % 5 === 4 ? 1 : 0,
	}),
	accept: async (terms: TermsInMemory) => {
		const [document] = await terms.store.documents();
		return terms.accept(uid, document?.versions.at(-1)?.id ?? 'forum-1');
	},
	decline: async (terms: TermsInMemory) => {
		const [debt] = await terms.acceptance.debts(uid);
		return debt && terms.decline(uid, debt.version.id);
	},
	recall: (terms: TermsInMemory) => terms.acceptance.recall({ uid, document: 'forum', by: 1, reason: 'breach' }),
	use: async (terms: TermsInMemory) =>
		terms.acceptance.noteUse(uid, (await terms.acceptance.position(uid)).agreed, async () => 'en-GB'),
	/** Who the document is for. */
	async audience(terms: TermsInMemory, n: number) {
		const put = documentRoutes(terms).find(({ method }) => method === 'put');
		await put?.handle({
			params: { document: 'forum' },
			body: {
				groups: n % 2 ? ['pilots'] : [], cids: n % 3 ? [] : [4], archived: n % 7 === 6, renewal: n % 4 ? 'none' : '5d',
			},
		} as unknown as RouteCall<unknown>);
	},
	async groups(terms: TermsInMemory, n: number) {
		await terms.host.groups.change('pilots', n % 2 ? [uid] : [], n % 2 ? [] : [uid]);
	},
	async setting(terms: TermsInMemory, n: number) {
		terms.stored.enforcement = ['block', 'record', 'off'][n % 3];
	},
	async time(terms: TermsInMemory, n: number) {
		terms.time.at += n * dayMs;
	},
} satisfies Record<string, (terms: TermsInMemory, n: number) => unknown>;

async function ground(): Promise<TermsInMemory> {
	const terms = await termsInMemory();
	terms.inGroup.set('pilots', []);
	await terms.publish();
	return terms;
}

describe('what the terms keep in memory', () => {
	it('law: is what a process that just started reads, after any change', async () => {
		const step = fc.tuple(fc.constantFrom(...Object.keys(changes) as (keyof typeof changes)[]), fc.nat(30));
		await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
			const terms = await ground();
			await answers(terms, terms.host);
			for (const [name, n] of steps) {
				await changes[name](terms, n);
				const kept = await answers(terms, terms.host);
				assert.deepEqual(kept, await answers(terms.over(terms.host), terms.host), `after ${name} ${n}`);
			}
		}), { numRuns: 80 });
	});

	it('law: answers at once about whoever is not asked, whoever the document is for', async () => {
		const step = fc.tuple(fc.constantFrom('publish', 'rollOut', 'audience', 'groups', 'setting'), fc.nat(30));
		await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.boolean(), async (steps, declines) => {
			const terms = await ground();
			for (const [name, n] of steps) {
				await changes[name as 'publish'](terms, n);
			}
			for (const { version } of await terms.acceptance.debts(uid, 4)) {
				await terms[declines ? 'decline' : 'accept'](uid, version.id);
			}
			await answers(terms, terms.host);
			for (const [name, ask] of Object.entries(asked(terms, terms.host))) {
				const isRefused = declines && name.startsWith('a post');
				assert.ok(isRefused || !(ask() instanceof Promise), name);
			}
		}), { numRuns: 80 });
	});

	it('is over on the day an agreement has to be given again, where nothing else happens that day', async () => {
		const terms = await ground();
		await changes.audience(terms, 8);
		await terms.accept(uid, 'forum-1');
		await changes.time(terms, 100);
		await terms.acceptance.recall({ uid, document: 'forum', by: 1, reason: 'breach' });
		await terms.accept(uid, 'forum-1');
		assert.deepEqual(await terms.acceptance.debts(uid), []);
		await changes.time(terms, 5);
		assert.equal((await terms.acceptance.debts(uid)).length, 1);
	});

	it('is nobody else\'s: a rollout that has reached one member says nothing to the other', async () => {
		const terms = await ground();
		await changes.groups(terms, 1);
		await terms.publish({ notice: 're-accept' });
		await terms.publication.rollOut('forum', { ...everybody, percent: 0, groups: ['pilots'] });
		for (const _turn of ['first', 'again']) {
			const debts = [await terms.acceptance.debts(8), await terms.acceptance.debts(uid)];
			assert.deepEqual(debts.map(([debt]) => debt?.version.id), ['forum-1', 'forum-2']);
		}
	});

	it('is one list of documents, which nobody can change, until the next publication', async () => {
		const terms = await ground();
		const first = await terms.catalogue.documents();
		assert.equal(terms.catalogue.documents(), first);
		assert.throws(() => (first as unknown[]).push({}), TypeError);
		await terms.publish();
		assert.notEqual(await terms.catalogue.documents(), first);
	});

	it('is no reason to ask which groups somebody is in, where it makes no difference', async () => {
		const terms = await ground();
		const looked: number[] = [];
		const { isMemberOfAny } = terms.members;
		terms.members.isMemberOfAny = (one, groups) => {
			looked.push(one);
			return isMemberOfAny(one, groups);
		};
		await terms.publication.rollOut('forum', { ...everybody, groups: ['pilots'] });
		await terms.audience.documentsOf(uid);
		await terms.publication.rollOut('forum', { ...everybody, percent: 0, groups: ['pilots'], pausedAt: 1 });
		await terms.audience.documentsOf(uid);
		assert.deepEqual(looked, []);
		await terms.publication.rollOut('forum', { ...everybody, percent: 0, groups: ['pilots'] });
		await terms.audience.documentsOf(uid);
		assert.deepEqual(looked, [uid]);
	});
});
