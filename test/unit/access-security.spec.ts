import assert from 'node:assert/strict';
import { contactLink, contactPattern } from '../../lib/access/restriction/contact';
import { accessSettings } from '../../lib/access/restriction/settings';
import { checkSettings } from '../../lib/kernel/slice/settings';
import type { Act } from '../../lib/kernel/slice/review';
import { accessGround, decision, restricted } from '../builders/access';

const acts: readonly Act[] = ['topic', 'reply', 'edit', 'tags', 'queue-edit'];
/** Category 66 takes security matters, 5 does not. */
const places: Record<'alarm' | 'usual', (act: Act) => { cid: string }> = { alarm: () => ({ cid: '66' }), usual: () => ({ cid: '5' }) };

describe('security matters of whoever lost access (clauses 1 and 6)', () => {
	async function ground(scope: unknown, contact = '') {
		const made = accessGround();
		made.security.add(66);
		made.settings.securityContact = contact;
		made.host.categories.all = async () => [5, 66].map(cid => ({ cid, parentCid: 0, name: String(cid) })) as never;
		await restricted(made, { scope });
		return { ...made, refusal: (act: Act, where: keyof typeof places) => made.lookup(7, act, places[where](act)) };
	}

	for (const [scope, ended] of [
		['forum', acts], ['writing', acts], ['posting', acts], ['topics', ['topic']], ['replies', ['reply']], ['chat', []],
		['uploads', []], [{ categories: [66] }, []], [{ categories: [5] }, acts],
	] as const) {
		const name = typeof scope === 'string' ? scope : `categories ${scope.categories.join()}`;
		const isClosed = scope === 'forum' || scope === 'writing' || name === 'categories 66';
		it(`are ${isClosed ? 'closed' : 'open'} at every door under "${name}"`, async () => {
			const { refusal } = await ground(scope);
			for (const act of acts) {
				assert.equal(await refusal(act, 'alarm') !== null, isClosed, act);
				assert.equal(await refusal(act, 'usual') !== null, (ended as readonly Act[]).includes(act), act);
			}
		});
	}

	it('stay closed where a narrow end of access meets one that closes them', async () => {
		for (const wide of ['writing', { categories: [66] }]) {
			const made = await ground('posting');
			await made.restrictions.restrict(decision({ scope: wide }), 1);
			assert.notEqual(await made.refusal('topic', 'alarm'), null, JSON.stringify(wide));
		}
	});

	it('go to the contact of the settings, which the refusal names where they are closed', async () => {
		for (const [scope, code] of [['forum', 'access-ended-contact'], ['writing', 'access-writing-contact']] as const) {
			const { refusal } = await ground(scope, 'security@example.com');
			const found = await refusal('topic', 'alarm');
			assert.deepEqual([found?.code, found?.facts.slice(0, 2)], [code, ['4.1', 'security@example.com']]);
			assert.notEqual((await (await ground(scope)).refusal('topic', 'alarm'))?.code, code, 'without a contact');
		}
		assert.equal((await (await ground('posting', 'security@example.com')).refusal('topic', 'usual'))?.code, 'access-restricted');
	});

	it('are promised by a plan only where they stay open', async () => {
		const made = accessGround();
		made.security.add(66);
		for (const [scope, stays] of [['forum', false], ['writing', false], ['posting', true], ['topics', true]] as const) {
			const plan = await made.restrictions.plan(decision({ scope }), 1);
			assert.ok(plan.ok);
			assert.equal(plan.value.effects.some(({ kind, what }) => kind === 'security' && what === 'stays'), stays, scope);
		}
	});

	it('have a contact that is an e-mail address or a safe link, or none', () => {
		for (const good of ['', 'security@example.com', 'a.b+c@sub.example.co.uk', 'https://example.com/security', 'https://example.com/.well-known/security.txt']) {
			assert.match(good, contactPattern);
			assert.ok(checkSettings(accessSettings, { securityContact: good }).ok);
		}
		for (const bad of ['http://example.com', 'javascript:alert(1)', 'security', 'a@b', 'https://', 'https://a b.example',
			'mailto:a@example.com', 'a@example.com, b@example.com', '"><script>@example.com', 'https://example.com/"onclick=', ' a@example.com']) {
			assert.doesNotMatch(bad, contactPattern);
			const said = checkSettings(accessSettings, { securityContact: bad });
			assert.deepEqual([said.ok, !said.ok && said.refusal.field], [false, 'securityContact']);
		}
		assert.deepEqual([contactLink('security@example.com'), contactLink('https://example.com/s')],
			['mailto:security@example.com', 'https://example.com/s']);
	});
});
