import assert from 'node:assert/strict';
import { lift, plan, restrict } from '../driver/access-ground';
import type { Forum } from '../driver/forum';
import { newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, rows } from '../driver/partner-ground';
import type { Answer } from '../driver/visitor';

const profile = 'door-alert';
const contact = 'security@example.com';

describe('security matters of whoever lost a part of the access (clauses 1 and 6)', function alerts() {
	this.timeout(120_000);
	let forum: Forum;
	let ground: Ground;
	let alarm: number;
	let before: { topics: Record<string, string> };
	const places = (topics: object) => ask(forum.admin, 'PUT', '/admin/checklist-places', { ...before, topics });
	const setContact = (securityContact: string) => forum.socket(forum.admin, 'admin.settings.set', {
		hash: 'forum-terms', values: { securityContact },
	});
	onGround(async (opened, made) => {
		[forum, ground] = [opened, made];
		alarm = await forum.admin.category({ postQueue: 0 });
		before = (await ask(forum.admin, 'GET', '/admin/checklists')).response.places as typeof before;
		await ask(forum.admin, 'PUT', `/admin/checklists/${profile}`, {
			kind: 'security', items: [{ key: 'seen', kind: 'text', prompt: { 'en-GB': 'What have you seen?' } }],
		});
		assert.equal((await places({ ...before.topics, [alarm]: profile })).status, 200);
	});
	interface Report { member: Member; tid: number; pid: number }
	async function reporter(): Promise<Report> {
		const member = await forum.member();
		const { response } = await member.topic({ cid: alarm, content: newText() });
		return { member, tid: Number(response.tid), pid: Number(response.mainPid) };
	}
	/** Every door of the category: a new report, an answer below it, mending one's own. */
	async function doors({ member, tid, pid }: Report): Promise<Answer[]> {
		return [
			await member.topic({ cid: alarm, content: newText() }), await member.reply(tid, { content: newText() }),
			await member.edit(pid, { content: newText() }),
		];
	}

	describe('at every door', () => {
		// Before the forum closes.
		after(async () => {
			await setContact('');
			await places(before.topics);
			await ask(forum.admin, 'DELETE', `/admin/checklists/${profile}`);
		});

		it('stay open at every door under every narrower end of access', async () => {
			for (const scope of ['posting', 'topics', 'replies', 'chat', 'uploads', { categories: [ground.cid] }]) {
				const report = await reporter();
				const made = await restrict(forum.admin, { uid: report.member.uid, scope });
				assert.equal(made.status, 200, made.text);
				for (const [index, answer] of (await doors(report)).entries()) {
					assert.equal(answer.status, 200, `${JSON.stringify(scope)}, door ${index}: ${answer.text}`);
				}
				await lift(forum.admin, made.response.id);
			}
		});

		it('are closed with all that is written, and the refusal and the statement name where they go', async () => {
			assert.equal((await setContact(contact)).error, '');
			const report = await reporter();
			const made = await restrict(forum.admin, { uid: report.member.uid, scope: 'writing' });
			const [topic, ...others] = await doors(report);
			assert.ok(topic && topic.status >= 400 && topic.message.includes(contact), topic?.text);
			others.forEach(answer => assert.ok(answer.status >= 400, answer.text));
			const { access } = (await ask(report.member, 'GET', `/posting?cid=${alarm}`)).response as
				{ access: { allowed: boolean; reasons: { message: string }[] } };
			assert.deepEqual([access.allowed, access.reasons[0]?.message.includes(contact)], [false, true]);
			const page = await report.member.get(`/api/forum-terms/access/${String(made.response.id)}`);
			assert.deepEqual([page.json.securityContact, page.json.securityLink], [contact, `mailto:${contact}`]);
			await lift(forum.admin, made.response.id);
		});

		it('are promised by the planner only where they stay open, and it names the contact', async () => {
			const member = await forum.member();
			for (const [scope, stays] of [['forum', false], ['writing', false], ['posting', true]] as const) {
				const effects = rows(await plan(forum.admin, { uid: member.uid, scope }), 'effects');
				assert.equal(effects.some(({ kind, what }) => kind === 'security' && what === 'stays'), stays, scope);
			}
			const { json } = await forum.admin.get('/api/forum-terms/restrictions?new=1');
			assert.equal(json.contact, `[[forum-terms:restriction.security-contact, ${contact}]]`);
		});

		it('have no contact of another shape', async () => {
			for (const bad of ['javascript:alert(1)', 'http://example.com', 'nobody']) {
				assert.notEqual((await setContact(bad)).error, '', bad);
			}
			const { json } = await forum.admin.get('/api/forum-terms/restrictions?new=1');
			assert.equal(json.contact, `[[forum-terms:restriction.security-contact, ${contact}]]`);
		});
	});
});
