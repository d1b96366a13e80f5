import type { Context } from '../host/context';
import type { Row } from '../host/database';
import { textOf } from '../host/text';
import type { Cast } from './cast';
import { answersTo, type AskedItem } from './lent-answers';
import { advertisement, lentTopic, sentences, words } from './lent-words';
import type { WalkId } from './walks';

/** One thing the guide's script does on the page: types into a field, ticks or chooses, or presses what is there. */
export interface Act { at: string; text?: string }
/** What the page's script gets once: a text for the composer (null: an unsent one is dropped), and its acts. */
export interface Lent { draft: object | null; acts: readonly Act[] }
/** What a walk remembers from step to step, as numbers and texts. */
export type Facts = Readonly<Record<string, string | number>>;
/** Where a step leads, and as whom. */
export interface Going { uid: number; path: string; facts?: Facts; draft?: object; acts?: readonly Act[] }

type Prepare = (facts: Facts) => Promise<Going>;

const strikes = '/partners/acme/strikes';
/** The one that a walk leaves to the visitor. */
const lastAnswer = 'no-confidential';

/** What several walks need: people who are ready to act, and places to do so. */
interface Tools {
	c: Context;
	cast: Cast;
	admin: number;
	/** Somebody who owes no acceptance. */
	ready(username: string): Promise<number>;
	cidOf(name: string): Promise<number>;
	/** What this member may answer to the checklist of a category. */
	answers(uid: number, cid: number): Promise<ReturnType<typeof answersTo>>;
	/** An advertisement by this member. */
	advertise(uid: number): Promise<{ pid: number; slug: string }>;
	/** Where the topic with this number is read. */
	topicPath(tid: unknown): Promise<string>;
}

function toolsOf(c: Context, cast: Cast): Tools {
	const tools: Tools = {
		c, cast, admin: 1,
		async ready(username) {
			const uid = await cast.uidOf(username);
			await cast.accept(uid);
			return uid;
		},
		async cidOf(name) {
			const rows = await c.categories.getCategoriesByPrivilege('categories:cid', tools.admin, 'find');
			return Number(rows.find(row => row.name === name)?.cid);
		},
		async answers(uid, cid) {
			const { checklist } = await cast.call(uid, 'GET', `/posting?cid=${cid}`);
			return answersTo((checklist as { items: AskedItem[] } | null)?.items ?? []);
		},
		async advertise(uid) {
			const cid = await tools.cidOf('Tips & Community Talk');
			const { mainPid, slug } = await cast.call(uid, 'POST', '/api/v3/topics', {
				cid, ...advertisement, forumTerms: { checklist: { answers: await tools.answers(uid, cid) } },
			});
			return { pid: Number(mainPid), slug: textOf(slug) };
		},
		topicPath: async tid => `/topic/${textOf(await c.topics.getTopicField(tid, 'slug'))}`,
	};
	return tools;
}

function acceptSteps({ c, cast, ready, cidOf, topicPath }: Tools): readonly Prepare[] {
	return [
		async () => {
			const uid = await cast.newcomer();
			const [tid] = await c.db.getSortedSetRange(`cid:${await cidOf('News & Announcements')}:tids`, 0, 0);
			return { uid, path: await topicPath(tid), facts: { uid } };
		},
		async ({ uid }) => {
			await cast.accept(Number(uid));
			return { uid: Number(uid), path: '/me/forum-terms' };
		},
		async ({ uid }) => ({
			uid: await ready('admin'), path: '/admin/plugins/forum-terms#records', acts: [
				{ at: '#forum-terms-uid', text: textOf(await c.accounts.getUserField(Number(uid), 'username')) },
				{ at: 'form:has(#forum-terms-uid) [type="submit"]' },
			],
		}),
	];
}

function checklistSteps({ c, cast, ready, cidOf, answers, topicPath }: Tools): readonly Prepare[] {
	return [
		async () => {
			const cid = await cidOf('SIP Trunks');
			const uid = await ready('customer');
			const { [lastAnswer]: _open, ...forumTermsAnswers } = await answers(uid, cid);
			return {
				uid, path: `/category/${cid}`, facts: { cid, uid, before: textOf(await c.accounts.getUserField(uid, 'postcount')) },
				draft: { action: 'topic', place: { cid: String(cid) }, ...lentTopic, forumTermsAnswers },
				acts: [{ at: '.forum-terms-panel-toggle' }],
			};
		},
		async ({ cid, uid, before }) => {
			if (textOf(await c.accounts.getUserField(Number(uid), 'postcount')) === before) {
				await cast.call(Number(uid), 'POST', '/api/v3/topics', {
					cid, title: lentTopic.title, content: lentTopic.text,
					forumTerms: { checklist: { answers: await answers(Number(uid), Number(cid)) } },
				});
			}
			const [tid] = await c.db.getSortedSetRevRange(`cid:${cid}:tids`, 0, 0);
			return {
				uid: await ready('moderator'), path: await topicPath(tid),
				acts: [{ at: '[component="post"] details:last-of-type summary' }],
			};
		},
	];
}

function termsSteps({ cast, admin, ready }: Tools): readonly Prepare[] {
	return [
		async () => {
			await ready('customer');
			const drafted = await cast.attempt(admin, 'GET', '/admin/terms/forum/draft');
			if (!drafted) {
				const { documents } = await cast.call(admin, 'GET', '/terms');
				const { version } = (documents as { document: string; version: string }[]).find(one => one.document === 'forum') ?? {};
				const edition = Number(textOf(version).replace('forum-', ''));
				const { markdown } = await cast.call(admin, 'GET', `/terms/${version}`);
				const sentence = sentences[(edition - 1) % sentences.length] ?? '';
				await cast.call(admin, 'PUT', '/admin/terms/forum/draft', {
					text: { 'en-GB': `${textOf(markdown).trimEnd()}\n\n${sentence}\n` },
					change: 'significant', notice: 're-accept', changelog: sentence,
				});
			}
			return { uid: await ready('admin'), path: '/admin/plugins/forum-terms#draft' };
		},
		async () => {
			await cast.attempt(admin, 'POST', '/admin/terms/forum/publish', {});
			return { uid: await cast.uidOf('customer'), path: '/categories' };
		},
	];
}

function strikeSteps({ cast, admin, ready, advertise }: Tools): readonly Prepare[] {
	const strikeOf = async (pid: unknown): Promise<Row | undefined> =>
		((await cast.call(admin, 'GET', strikes)).strikes as Row[]).find(strike => Number(strike.pid) === Number(pid));
	return [
		async () => {
			const { pid, slug } = await advertise(await ready('staff1'));
			return {
				uid: await ready('moderator'), path: `/topic/${slug}`, facts: { pid }, acts: [
					{ at: '[component="post/tools"] [data-bs-toggle="dropdown"]' }, { at: '[component="forum-terms/strike"]' },
					{ at: '#forum-terms-strike-points', text: '2' },
					{ at: '#forum-terms-strike-reason', text: words.strike },
				],
			};
		},
		async ({ pid }) => {
			const found = await strikeOf(pid);
			const id = Number(found?.id ?? ((await cast.call(await ready('moderator'), 'POST', strikes, {
				pid, clause: '4.1', points: 2, reason: words.strike,
			})).strike as Row).id);
			return {
				uid: await ready('owner'), path: '/forum-terms/partner?tab=strikes', facts: { id },
				acts: [{ at: `#strike-answer-${id}`, text: words.strikeAnswer }],
			};
		},
		async ({ id }) => {
			await cast.attempt(await ready('owner'), 'POST', `${strikes}/${id}/answer`, { text: words.strikeAnswer });
			return { uid: await ready('admin'), path: '/forum-terms/partner?id=acme&tab=strikes' };
		},
	];
}

function restrictSteps({ cast, admin, ready, advertise }: Tools): readonly Prepare[] {
	const restrictionOf = async (uid: number): Promise<Row | undefined> =>
		((await cast.call(uid, 'GET', '/me')).restrictions as Row[])[0];
	return [
		async () => {
			const uid = await cast.join('robin');
			await cast.accept(uid);
			const { pid } = await advertise(uid);
			return {
				uid: await ready('moderator'), path: `/forum-terms/restrictions?pid=${pid}`, facts: { uid, pid }, acts: [
					{ at: '#restriction-scope-topics' }, { at: '#restriction-clause', text: '4.1' },
					{ at: '#restriction-reason', text: words.restriction },
					{ at: 'form[data-role="planner"] [type="submit"]' },
				],
			};
		},
		async (facts) => {
			const uid = Number(facts.uid);
			if (!await restrictionOf(uid)) {
				await cast.call(await ready('moderator'), 'POST', '/admin/restrictions', {
					uid, scope: 'topics', clause: '4.1', reason: words.restriction, evidence: [facts.pid],
					until: Date.now() + (7 * 86_400_000),
				});
			}
			const code = textOf((await restrictionOf(uid))?.code);
			return {
				uid, path: `/forum-terms/access/${code}`, facts: { code },
				acts: [{ at: '#statement-text', text: words.appeal }],
			};
		},
		async ({ uid, code }) => {
			await cast.attempt(Number(uid), 'POST', `/access/${code}/appeal`, { text: words.appeal });
			const { restrictions } = await cast.call(admin, 'GET', `/admin/restrictions?uid=${uid}`);
			return {
				uid: await ready('admin'), path: `/forum-terms/restrictions?id=${textOf((restrictions as Row[])[0]?.id)}`,
				acts: [{ at: '#restriction-answer', text: words.appealAnswer }],
			};
		},
	];
}

/** What each step of each walk gets ready; whatever the visitor has not done in the step before, it does for them. */
export function walkSteps(c: Context, cast: Cast): Record<WalkId, readonly Prepare[]> {
	const tools = toolsOf(c, cast);
	return {
		accept: acceptSteps(tools), checklist: checklistSteps(tools), terms: termsSteps(tools),
		strike: strikeSteps(tools), restrict: restrictSteps(tools),
	};
}
