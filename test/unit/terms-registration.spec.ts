import assert from 'node:assert/strict';
import { RefusedError } from '../../lib/kernel/slice/edges';
import { termsHooks } from '../../lib/terms/hooks';
import { called } from '../builders/handlers';
import { termsInMemory } from '../builders/terms';

type Fields = Record<string, unknown>;

async function forum() {
	const terms = await termsInMemory();
	await terms.publish();
	const hooks = called(termsHooks(terms, terms.host), terms.host, 'terms');
	const ask = async (userData: Fields) => {
		const payload = await hooks.interstitial({ req: {}, userData, interstitials: [] });
		return payload.interstitials[0];
	};
	const agree = { forumTermsVersions: 'forum-1', forumTermsLanguage: 'en-GB', forumTermsAgree: '1' };
	return { ...terms, hooks, ask, agree };
}

const refusal = (code: string) => (error: unknown) => error instanceof RefusedError && error.refusal.code === code;

describe('registration (R2.2)', () => {
	it('shows the full text before there is an account', async () => {
		const { ask } = await forum();
		const step = await ask({ username: 'bob' });
		assert.match(JSON.stringify(step?.data), /clause-2/);
		assert.equal(step?.template, 'partials/forum-terms/terms/interstitial');
	});

	it('does not go on without a tick', async () => {
		const { ask, agree } = await forum();
		const step = await ask({});
		await assert.rejects(step?.callback({}, { ...agree, forumTermsAgree: undefined }) ?? Promise.resolve(),
			refusal('registration-undecided'));
	});

	it('asks again when a new version was published between reading and sending', async () => {
		const terms = await forum();
		const { ask, agree } = terms;
		const step = await ask({});
		await terms.publish();
		await assert.rejects(step?.callback({}, agree) ?? Promise.resolve(), refusal('registration-superseded'));
	});

	it('asks once: an answered form is not asked again, or NodeBB would loop', async () => {
		const { ask, agree } = await forum();
		const userData = {};
		await (await ask(userData))?.callback(userData, agree);
		assert.equal(await ask(userData), undefined);
	});

	it('does not ask people who have an account; the page gate does', async () => {
		const { ask } = await forum();
		assert.equal(await ask({ uid: 7 }), undefined);
	});

	it('believes no marker that a browser made up', async () => {
		const { hooks, ask } = await forum();
		const userData: Fields = { username: 'bob', forumTermsMarker: 'eyJ2ZXJzaW9ucyI6WyJmb3J1bS0xIl19.00' };
		await hooks.registerCheck({ userData });
		assert.equal('forumTermsMarker' in userData, false);
		assert.ok(await ask({ forumTermsMarker: 'eyJ2ZXJzaW9ucyI6WyJmb3J1bS0xIl19.00' }));
		const made = await hooks.userCreate({ user: {}, data: { forumTermsMarker: 'x.y' } });
		assert.deepEqual(made.user, {});
	});

	it('carries the acceptance through the approval queue into the ledger', async () => {
		const { hooks, ask, agree, ledger, acceptance, fields } = await forum();
		const userData: Fields = { username: 'bob' };
		await (await ask(userData))?.callback(userData, agree);
		const { data: queued } = await hooks.approvalQueue({ data: { username: 'bob' }, userData });
		const { user } = await hooks.userCreate({ user: {}, data: queued });
		fields.set('7 forumTermsMarker', user.forumTermsMarker as string);
		await hooks.userCreated({ user: { ...user, uid: 7 } });
		assert.equal(fields.size, 0, 'the marker has done its work');
		const [record] = await ledger.recordsOf(7, 5);
		assert.deepEqual([record?.event, record?.version, record?.method], ['accepted', 'forum-1', 'registration']);
		assert.deepEqual(await acceptance.debts(7), []);
	});

	it('writes the ledger at the first look when the process died before it could', async () => {
		const { hooks, ask, agree, ledger, acceptance, fields } = await forum();
		const userData: Fields = {};
		await (await ask(userData))?.callback(userData, agree);
		const { user } = await hooks.userCreate({ user: {}, data: userData });
		fields.set('7 forumTermsMarker', user.forumTermsMarker as string);
		assert.deepEqual(await acceptance.debts(7), []);
		assert.equal((await ledger.recordsOf(7, 5)).length, 1);
		assert.equal(fields.size, 0);
	});

	it('records what was agreed to even when a newer version came meanwhile, and owes the newer one', async () => {
		const terms = await forum();
		const { hooks, ask, agree, acceptance, ledger } = terms;
		const userData: Fields = {};
		await (await ask(userData))?.callback(userData, agree);
		await terms.publish();
		await hooks.userCreated({ user: { uid: 7, forumTermsMarker: userData.forumTermsMarker } });
		assert.deepEqual((await ledger.recordsOf(7, 5)).map(({ version }) => version), ['forum-1']);
		assert.deepEqual((await acceptance.debts(7)).map(({ version }) => version.id), ['forum-2']);
	});

	it('asks nothing when enforcement is off', async () => {
		const { ask, stored } = await forum();
		stored.enforcement = 'off';
		assert.equal(await ask({}), undefined);
	});
});
