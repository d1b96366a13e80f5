import assert from 'node:assert/strict';
import { answeredTopics, on, type AnsweredTopics } from '../driver/answered-topics';
import { lift, restrict } from '../driver/access-ground';
import { openForum, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, makeCompanies, rows, type Company } from '../driver/partner-ground';
import type { Answer, Visitor } from '../driver/visitor';
import { addressTable } from './addresses/table';

/** A decision about somebody: whom it affects, the ids that addresses about it take, and who decided. */
interface Decided {
	affected: readonly Member[]; ids: Readonly<Record<string, string>>;
	/** By default the administrator who decides everything else. */
	by?: Member;
}

/** Everything that can be read: routes, files and pages of the plugin, spelt as in test/forum/addresses. */
const readable = [...new Set(Object.values(addressTable).flatMap(rows => Object.keys(rows)))]
	.filter(address => /^(GET|file|page) /.test(address));
const tabs = ['strikes', 'reports', 'people', 'waiting', 'terms'].map(tab => `tab=${tab}`);

/** The addresses of which all parameters are known, with the queries that fit. */
function addressesOf(ids: Decided['ids']): string[] {
	const filled = (text: string) => text.replace(/:(\w+)/g, (all, name: string) => ids[name] ?? all);
	return readable.flatMap((address) => {
		const [kind = '', path = ''] = address.split(' ');
		const base = kind === 'page' ? '/api' : '/api/v3/plugins/forum-terms';
		const queries = ['', 'id=:id', 'uid=:uid', 'tid=:tid', ...path.endsWith('/partner') ? tabs : []];
		return queries.map(query => `${base}${filled(path)}${query === '' ? '' : `?${filled(query)}`}`);
	}).filter(path => !path.includes(':') && !path.startsWith('/api/admin/'));
}

describe('who decided (clause 4.11)', function shownDecider() {
	this.timeout(240_000);
	let forum: Forum;
	let checklists: AnsweredTopics;
	/** Administers, and decides everything here; nobody has another reason to name them. */
	let decider: Member;
	const companies: Company[] = [];
	const setting = (isShown: boolean) => forum.socket(forum.admin, 'admin.settings.set', {
		hash: 'forum-terms', values: { showDecider: isShown ? 'on' : 'off' },
	});
	const done = (answer: Answer) => {
		assert.equal(answer.status, 200, answer.text);
		return answer.response;
	};

	before(async () => {
		forum = await openForum();
		checklists = await answeredTopics(forum);
		decider = await forum.member();
		assert.equal((await forum.administer(decider, true)).status, 200);
		for (let i = 0; i < 5; i += 1) {
			companies.push(...await makeCompanies(forum));
		}
	});
	after(async () => {
		await setting(false);
		await forum.administer(decider, false);
		await checklists.end();
		await forum.close();
	});

	const company = () => companies.shift() ?? assert.fail();
	async function restricted(member: Member, by = decider): Promise<Decided & { id: string }> {
		const id = String(done(await restrict(by, { uid: member.uid, scope: 'chat' })).id);
		const own = (await member.terms.call('GET', '/me')).response.restrictions as { code: string }[];
		return { id, by, affected: [member], ids: { id, code: own[0]?.code ?? id, userslug: member.username } };
	}
	async function struck() {
		const { id, owner, staff } = company();
		const cid = await forum.admin.category({ postQueue: 0 });
		const pid = Number((await staff.topic({ cid, content: newText() })).response.mainPid);
		const given = done(await ask(decider, 'POST', `/partners/${id}/strikes`,
			{ pid, clause: '4.1', points: 1, reason: 'An advertisement.' }));
		const strike = String((given.strike as { id: number }).id);
		const answered = () => ask(owner, 'POST', `/partners/${id}/strikes/${strike}/answer`, { text: 'A customer asked.' });
		const decide = async (counts: boolean) =>
			done(await ask(counts ? forum.admin : decider, 'POST', `/partners/${id}/strikes/${strike}/decision`, { counts, reason: 'Looked again.' }));
		const ids = { id, strike, pid: String(pid), userslug: owner.username };
		return { affected: [owner, staff], ids, answered, decide };
	}
	async function suspended() {
		const { id, owner, staff } = company();
		done(await ask(decider, 'PUT', `/admin/partners/${id}/suspension`, { clause: '4.1', reason: 'Invented praise.' }));
		return { affected: [owner, staff], ids: { id, uid: String(staff.uid), userslug: owner.username } };
	}
	/** The author of a topic with an open item, of which it is waived, and asked again. */
	async function waived(isEnded: boolean): Promise<Decided> {
		const { tid, pid } = await checklists.owing();
		const body = { tid, item: 'capture', reason: 'There is nothing to capture.' };
		done(await on(decider, 'POST', '/checklist/waivers', body));
		void (isEnded && done(await on(decider, 'DELETE', '/checklist/waivers', body)));
		const { author } = checklists;
		return { affected: [author], ids: { tid: String(tid), pid: String(pid), userslug: author.username } };
	}

	const kinds: Record<string, () => Promise<Decided>> = {
		restrict: async () => restricted(await forum.member()),
		'restrict, of one of the staff': async () => {
			// They read of everything else that staff decide.
			const [member, by] = [await forum.member(), await forum.member()];
			await forum.admin.appoint(member, 'all');
			await forum.admin.appoint(by, 'all');
			return restricted(member, by);
		},
		lift: async () => {
			const made = await restricted(await forum.member());
			done(await lift(decider, made.id));
			return made;
		},
		grant: async () => {
			const member = await forum.member();
			const id = String(done(await restrict(forum.admin, { uid: member.uid, scope: 'uploads' })).id);
			done(await ask(member, 'POST', `/access/${id}/appeal`, { text: 'It was a mistake, really.' }));
			done(await ask(decider, 'PUT', `/admin/restrictions/${id}/appeal`, { decision: 'declined', answer: 'It was not.' }));
			return { affected: [member], ids: { id, code: id, userslug: member.username } };
		},
		strike: struck,
		uphold: async () => {
			const made = await struck();
			done(await made.answered());
			await made.decide(true);
			return made;
		},
		withdraw: async () => {
			const made = await struck();
			await made.decide(false);
			return made;
		},
		suspend: suspended,
		'suspend, answered': async () => {
			const made = await suspended();
			const said = await ask(made.affected[0] ?? assert.fail(), 'PUT', `/partners/${made.ids.id}/suspension/answer`, { text: 'It was real.' });
			assert.doesNotMatch(said.text, new RegExp(`"by":${decider.uid}[,}]`));
			return made;
		},
		reinstate: async () => {
			const made = await suspended();
			done(await ask(decider, 'DELETE', `/admin/partners/${made.ids.id}/suspension`, { reason: 'Sorted out.' }));
			return made;
		},
		refer: async () => {
			const { id, owner, staff } = company();
			done(await ask(decider, 'POST', `/partners/${id}/referrals`, { reason: 'Please look at it.' }));
			return { affected: [owner, staff], ids: { id, userslug: owner.username } };
		},
		halt: async () => {
			const { id, owner, staff } = company();
			done(await ask(decider, 'PUT', `/partners/${id}/staff/${staff.uid}/halt`, { reason: 'For now.' }));
			return { affected: [owner, staff], ids: { id, uid: String(staff.uid), userslug: staff.username } };
		},
		waive: () => waived(false),
		'waive, ended': () => waived(true),
	};

	/** Where somebody reads the decider: by name, or by number beside a name that says who did something. */
	async function placesNaming(who: Visitor, { ids, by: { username, uid } = decider }: Decided): Promise<string[]> {
		const sign = new RegExp(`${username}|"(by|uid)":\\[?${uid}[,}\\]]`);
		const places: string[] = [];
		for (const path of addressesOf(ids)) {
			const { status, text } = await who.get(path);
			places.push(...sign.test(text) ? [`${status} ${path}: ${sign.exec(text)?.[0]}`] : []);
		}
		return places;
	}

	for (const [kind, decide] of Object.entries(kinds)) {
		it(`is in no answer to those affected while the setting is off: ${kind}`, async () => {
			await setting(false);
			const decided = await decide();
			for (const who of decided.affected) {
				assert.deepEqual(await placesNaming(who, decided), []);
			}
		});
	}

	it('is read by those affected while the setting is on: a restriction, a strike, a suspension, a referral, a waiver', async () => {
		await setting(true);
		for (const kind of ['restrict', 'strike', 'suspend', 'refer', 'waive']) {
			const decided = await kinds[kind]?.() ?? assert.fail();
			assert.notDeepEqual(await placesNaming(decided.affected[0] ?? assert.fail(), decided), [], kind);
		}
	});

	it('is not read of somebody who moderated then and speaks for the company now', async () => {
		await setting(false);
		const { id, owner, staff } = company();
		const moderator = await forum.member();
		await forum.admin.appoint(moderator, 'all');
		done(await ask(moderator, 'PUT', `/partners/${id}/staff/${staff.uid}/halt`, { reason: 'For now.' }));
		await forum.admin.send('DELETE', `/api/v3/groups/global-moderators/membership/${moderator.uid}`);
		done(await ask(forum.admin, 'PUT', `/admin/partners/${id}`, {
			company: 'Company', level: 'Gold', owners: [owner.uid, moderator.uid], staff: [{ uid: staff.uid, role: 'support' }],
		}));
		done(await ask(moderator, 'DELETE', `/partners/${id}/staff/${staff.uid}/halt`, { reason: 'Enough.' }));
		const events = rows(await ask(owner, 'GET', `/partners/${id}/timeline`), 'events');
		const by = (kind: string) => events.find(event => event.kind === kind)?.by;
		assert.deepEqual([by('halted'), by('resumed')], [0, moderator.uid]);
	});

	it('is in no record that a moderator reads of the company they speak for, whoever spoke for it then', async () => {
		await setting(false);
		const { id, owner } = company();
		const moderator = await forum.member();
		await forum.admin.appoint(moderator, 'all');
		done(await ask(decider, 'PUT', `/admin/partners/${id}/suspension`, { clause: '4.1', reason: 'Invented praise.' }));
		const seen = async () => [
			rows(await ask(moderator, 'GET', `/admin/decisions?subject=partner:${id}`), 'decisions').length,
			(await moderator.get(`/api/v3/plugins/forum-terms/admin/decisions.csv?subject=partner:${id}`)).text.includes(decider.username),
			(await moderator.get('/api/forum-terms/decisions')).text.includes(`Company of ${owner.username}`),
		];
		assert.deepEqual(await seen(), [1, true, true]);
		done(await ask(forum.admin, 'PUT', `/admin/partners/${id}`, {
			company: `Company of ${owner.username}`, level: 'Gold', owners: [owner.uid], staff: [{ uid: moderator.uid, role: 'support' }],
		}));
		assert.deepEqual(await seen(), [0, false, false]);
	});

	it('is always read by staff', async () => {
		await setting(false);
		const { ids } = await struck();
		assert.match((await ask(forum.admin, 'GET', `/partners/${ids.id}/strikes`)).text, new RegExp(decider.username));
	});
});
