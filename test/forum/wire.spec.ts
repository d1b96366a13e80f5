import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';
import type { Answer } from '../driver/visitor';

interface Schema {
	$ref?: string; type?: string | string[]; properties?: Record<string, Schema>; required?: string[]; items?: Schema;
	enum?: unknown[]; const?: unknown;
}
interface Answers { responses: Record<string, { content: { 'application/json': { schema: Schema } } }> }
interface Described {
	paths: Record<string, Record<string, Answers>>;
	components: { schemas: Record<string, Schema> };
}
const api = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'static', 'openapi.json'), 'utf8')) as Described;

/** Every field that is there is described, and every field that is promised is there. */
function assertShape(value: unknown, schema: Schema, where: string): void {
	if (schema.$ref) {
		assertShape(value, api.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, where);
		return;
	}
	if (schema.enum) {
		assert.ok(schema.enum.includes(value), `${where} is ${String(value)}`);
	}
	if (schema.items && Array.isArray(value)) {
		value.forEach((item, index) => assertShape(item, schema.items ?? {}, `${where}[${index}]`));
	}
	if (schema.properties && typeof value === 'object' && value !== null) {
		const fields = value as Record<string, unknown>;
		(schema.required ?? []).forEach(name => assert.ok(Object.hasOwn(fields, name), `${where}.${name} is missing`));
		for (const [name, inner] of Object.entries(fields)) {
			assert.ok(schema.properties[name], `${where}.${name} is not described`);
			assertShape(inner, schema.properties[name], `${where}.${name}`);
		}
	}
}

describe('answers are what openapi.json says', () => {
	let forum: Forum;
	let member: Member;
	let version: string;
	let pid: number;
	let cid: number;
	/** Complete answers to the preset's full checklist. */
	const answers = {
		deployment: 'self-hosted', 'operating-system': 'debian-12', cloud: 'azure', container: 'none', 'extra-software': 'no',
		'no-unsupported-hardware': 'none',
		'trunk-used': 'no',
		'latest-version': 'V20 Update 9', 'ticket-prerequisites': ['network'], since: 'today',
		description: 'Called the queue, expected the agents to ring, but nobody heard anything.',
		affected: 'all', 'no-confidential': true, 'terms-understood': true,
	};
	let tid: number;
	let partnerPid = 0;
	let barred: Member;
	let restriction = 0;
	before(async () => {
		forum = await openForum();
		member = await forum.member();
		const first = await forum.admin.publish();
		version = await forum.admin.publish();
		await member.terms.accept(version);
		assert.notEqual(first, version);
		cid = await forum.admin.category();
		const wired = await forum.admin.category();
		await forum.admin.terms.call('PUT', '/admin/checklists/wire', { items: [{
			key: 'wire-where', kind: 'choice', prompt: { 'en-GB': 'Where?' }, stable: true,
			options: [{ value: 'here', label: { 'en-GB': 'Here' } }],
		}] });
		await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: { [wired]: 'wire' } });
		const made = await member.topic({ cid: wired, forumTerms: { checklist: { answers: { 'wire-where': 'here' } } } });
		[pid, tid] = [Number(made.response.mainPid), Number(made.response.tid)];
		await forum.admin.terms.saveDraft({
			text: { 'en-GB': '## 2. Draft\n\nOne more.' }, change: 'editorial', notice: 'silent', changelog: 'x',
		});
	});
	after(async () => {
		await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: {} });
		await forum.admin.terms.discardDraft();
		await forum.close();
	});

	const calls: [method: string, path: string, call: () => Promise<Answer>][] = [
		['get', '/posting', () => member.terms.posting()],
		['post', '/posting/check', () => member.terms.check({ content: 'Some text' })],
		['get', '/admin/checklists', () => forum.admin.terms.call('GET', '/admin/checklists')],
		['post', '/admin/checklists/import', () => forum.admin.terms.call('POST', '/admin/checklists/import', {
			text: 'description: X\nbody:\n- {type: confirm, attributes: {label: Read}}',
		})],
		['put', '/admin/checklist-knowledge', () => forum.admin.terms.call('PUT', '/admin/checklist-knowledge', {})],
		['put', '/admin/checklist-places', () =>
			forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: { [cid]: 'full' } })],
		['get', '/posting', () => member.terms.posting(`?cid=${cid}`)],
		['get', '/topics/{tid}/checklist', async () => {
			const made = await member.topic({ cid, forumTerms: { checklist: { answers } } });
			return member.terms.call('GET', `/topics/${Number(made.response.tid)}/checklist`);
		}],
		['put', '/admin/partners/{id}', () => forum.admin.terms.call('PUT', `/admin/partners/wire-${member.uid}`, {
			company: 'Wire', level: 'Gold', owners: [member.uid],
		})],
		['post', '/partners/{id}/strikes', async () => {
			const made = await member.topic({ cid, forumTerms: { checklist: { answers } } });
			partnerPid = Number(made.response.mainPid);
			return forum.admin.terms.call('POST', `/partners/wire-${member.uid}/strikes`, {
				pid: partnerPid, clause: '4.1', points: 1, reason: 'For the wire.',
			});
		}],
		['get', '/partners/{id}/strikes', () => forum.admin.terms.call('GET', `/partners/wire-${member.uid}/strikes`)],
		['get', '/posts/{pid}/strike', () => forum.admin.terms.call('GET', `/posts/${partnerPid}/strike`)],
		['get', '/terms', () => member.terms.documents()],
		['get', '/terms/{version}', () => member.terms.version(version)],
		['get', '/terms/{version}/diff/{other}', () => member.terms.diff(version, version)],
		['post', '/terms/{version}/acceptance', () => member.terms.accept(version)],
		['get', '/me', () => member.terms.me()],
		['get', '/topics/{tid}/checklist', () => forum.admin.terms.call('GET', `/topics/${tid}/checklist`)],
		['get', '/checklist/evidence', () =>
			forum.admin.terms.call('GET', '/checklist/evidence?item=wire-where&value=here')],
		['get', '/checklist/evidence/values', () =>
			forum.admin.terms.call('GET', '/checklist/evidence/values?item=wire-where')],
		['get', '/checklist/owed', () => forum.admin.terms.call('GET', '/checklist/owed')],
		['get', '/me/partner', () => member.terms.call('GET', '/me/partner')],
		...['posts', 'waiting', 'reports', 'people'].map((list): typeof calls[number] => ['get', `/partners/{id}/${list}`,
			() => member.terms.call('GET', `/partners/wire-${member.uid}/${list}`)]),
		['get', '/keys', () => member.terms.call('GET', '/keys')],
		['get', '/me/licences', async () => {
			const claimed = await member.terms.call('POST', '/me/licences', { key: `${unique()}${unique()}`.slice(0, 16) });
			assert.equal(claimed.status, 200, claimed.text);
			return member.terms.call('GET', '/me/licences');
		}],
		['get', '/admin/licences', () => forum.admin.terms.call('GET', '/admin/licences')],
		['get', '/me/export', () => member.terms.call('GET', '/me/export')],
		['get', '/admin/partners', async () => {
			const found = await forum.admin.terms.call('GET', `/admin/partners?q=wire-${member.uid}`);
			assert.equal((found.response.partners as unknown[]).length, 1);
			return found;
		}],
		['get', '/admin/partners/{id}', () => forum.admin.terms.call('GET', `/admin/partners/wire-${member.uid}`)],
		['get', '/admin/partners/import/{plan}', async () => {
			const { response } = await forum.admin.terms.call('POST', '/admin/partners/import', {
				mode: 'plan', format: 'csv', text: 'id,company\nwire-co,Wire',
			});
			return forum.admin.terms.call('GET', `/admin/partners/import/${String(response.plan)}`);
		}],
		['get', '/admin/terms', () => forum.admin.terms.call('GET', '/admin/terms')],
		['put', '/admin/terms/{document}', () => forum.admin.terms.call('PUT', '/admin/terms/forum', { reminderDays: 0 })],
		['put', '/admin/terms/{document}/rollout', () =>
			forum.admin.terms.call('PUT', '/admin/terms/forum/rollout', { percent: 100 })],
		['get', '/admin/terms/{document}/forecast', () => forum.admin.terms.call('GET', '/admin/terms/forum/forecast')],
		['get', '/posting/similar', async () => {
			const cid = await forum.admin.category();
			const topic = await member.topic({ cid, title: 'Calls drop after the update' });
			const answer = await member.terms.call('GET', `/posting/similar?cid=${cid}&title=Calls%20drop`);
			// A real forum's search finds topics of other specs too.
			const found = answer.response.topics as { tid: number }[];
			assert.ok(found.some(({ tid: one }) => one === Number(topic.response.tid)));
			return answer;
		}],
		['get', '/admin/checklists/{profile}/effect', async () => {
			await forum.admin.terms.call('PUT', '/admin/checklists/wire', { items: [
				{ key: 'manual', kind: 'confirm', prompt: { 'en-GB': 'I read the manual' } },
			] });
			return forum.admin.terms.call('GET', '/admin/checklists/wire/effect?days=2');
		}],
		['post', '/admin/restrictions', async () => {
			barred = await forum.member();
			const made = await forum.admin.terms.call('POST', '/admin/restrictions', {
				uid: barred.uid, scope: 'chat', withoutCause: true,
			});
			restriction = Number(made.response.id);
			return made;
		}],
		['get', '/admin/restrictions', () => forum.admin.terms.call('GET', '/admin/restrictions?state=in-force')],
		['get', '/admin/restrictions/{id}', () => forum.admin.terms.call('GET', `/admin/restrictions/${restriction}`)],
		['get', '/me', () => barred.terms.me()],
		['get', '/access/{code}', async () => {
			const { response } = await barred.terms.me();
			const [{ code } = { code: '' }] = response.restrictions as { code: string }[];
			return forum.admin.terms.call('GET', `/access/${code}`);
		}],
		['get', '/admin/licences/secret', () => forum.admin.terms.call('GET', '/admin/licences/secret')],
		['get', '/admin/ledger', () => forum.admin.terms.call('GET', '/admin/ledger')],
		['post', '/admin/ledger/seal', () => forum.admin.terms.call('POST', '/admin/ledger/seal', {})],
		['post', '/admin/ledger/verify', () => forum.admin.terms.call('POST', '/admin/ledger/verify', {})],
		['get', '/admin/members/{uid}/records', () =>
			forum.admin.terms.call('GET', `/admin/members/${member.uid}/records`)],
		['get', '/posts/{pid}/stamps', () => member.terms.stamps(pid)],
		['get', '/admin/terms/{document}/draft', () => forum.admin.terms.draft()],
		['put', '/admin/terms/{document}/draft', () => forum.admin.terms.saveDraft({
			text: { 'en-GB': '## 2. Draft\n\nTwo more.' }, change: 'editorial', notice: 'silent', changelog: 'y',
		})],
		['get', '/admin/terms/{document}/draft/diff', () => forum.admin.terms.draftDiff()],
		['post', '/admin/terms/{document}/preview', () => forum.admin.terms.preview('## 1. One\n\nText')],
		['get', '/admin/terms/{document}/members', () => forum.admin.terms.members()],
	];
	for (const [method, path, call] of calls) {
		it(`${method.toUpperCase()} ${path}`, async () => {
			const answer = await call();
			assert.equal(answer.status, 200, answer.text);
			const schema = api.paths[path]?.[method]?.responses['200']?.content['application/json'].schema;
			assertShape(answer.json, schema ?? {}, path);
		});
	}

	it('refusals too', async () => {
		const answer = await member.terms.accept('forum-9999');
		assertShape(answer.json, { $ref: '#/components/schemas/Refusal' }, 'refusal');
	});
});
