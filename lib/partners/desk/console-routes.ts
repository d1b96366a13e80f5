import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { uidOf } from '../../kernel/host/member';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type QueryFields, type Route, type RouteCall } from '../../kernel/slice/routes';
import { forumTermsField } from '../../kernel/refusals/wire';
import { cursorField, cursorOf, positionIn } from '../../platform/cursor';
import type { PartnerAccess } from '../accounts/access';
import { digestRhythms, type Digests } from './digest';
import type { PartnerDirectory } from '../accounts/directory';
import type { OwnerAct, OwnerActs } from '../posts/owner-acts';
import { postFilter, postFilterSchema } from '../posts/filter';
import type { StaffPosts } from '../posts/staff-posts';
import type { StaffReports } from '../posts/staff-reports';
import type { WaitingPosts } from '../posts/waiting-posts';

const sentence = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(1000));
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100_000));

const waitingPerPage = 50;

interface Parts {
	directory: PartnerDirectory;
	posts: StaffPosts;
	waiting: WaitingPosts;
	reports: StaffReports;
	acts: OwnerActs;
	digests: Digests;
}

/** The owner's view of their staff's posts, and acts on them, over the API (clause 4.12). */
export function consoleRoutes(
	{ posts, waiting, reports, acts, digests, directory }: Parts, access: PartnerAccess,
): Route[] {
	/** A list for the account's owners and the forum's staff. */
	const list = (
		path: string, query: QueryFields, read: (id: string, call: RouteCall<unknown>) => Promise<Outcome<unknown>>,
	) => route({
		method: 'get', path: `/partners/:id/${path}`, access: 'member', body: emptyBody, query,
		async handle(call) {
			const found = await access.owned(call, path);
			return found.ok ? read(found.value.id, call) : found;
		},
	});
	/** An owner's act on one post. */
	const act = <B>(
		method: 'post' | 'put' | 'delete', path: string, body: Route<B>['body'],
		work: (act: OwnerAct, body: B) => Promise<Outcome<unknown>>,
	) => route<B>({
		method, path: `/partners/:id/posts/:pid${path}`, access: 'member', body,
		async handle(call) {
			const pid = call.params.pid ?? '';
			const found = await access.ownedBy(call, `posts/${pid}`);
			const by = uidOf(call.actor);
			return found.ok ? work({ account: found.value, pid, by, language: call.language }, call.body) : found;
		},
	});

	return [
		list('posts', postFilterSchema.entries, async (id, { query, actor }) => {
			const filter = postFilter(query);
			if (!filter.ok) {
				return filter;
			}
			const page = await posts.list(id, uidOf(actor), filter.value);
			return done({ ...page, next: cursorOf(page.next) ?? 0 });
		}),
		list('waiting', { after: cursorField }, async (id, { query, actor }) => {
			const from = positionIn(query, 'after');
			if (!from.ok) {
				return from;
			}
			const { rows, next } = await waiting(id, uidOf(actor), waitingPerPage, from.value);
			return done({ posts: rows, next: cursorOf(next) ?? 0 });
		}),
		list('reports', { before: cursorField, beforeAct: cursorField }, async (id, { query, actor }) => {
			const [from, fromAct] = [positionIn(query, 'before'), positionIn(query, 'beforeAct')];
			return !from.ok ? from : !fromAct.ok ? fromAct :
				done(await reports.page(id, uidOf(actor), from.value, fromAct.value));
		}),
		act('post', '/withdrawal', v.strictObject({ reason: sentence }), (what, { reason }) => acts.withdraw(what, reason)),
		act('delete', '/withdrawal', emptyBody, what => acts.restore(what)),
		act('put', '', v.strictObject({
			content: text, reason: sentence, forumTerms: v.optional(forumTermsField, {}),
		}), (what, correction) => acts.correct(what, correction)),
		act('post', '/question', v.strictObject({ words: sentence }), (what, { words }) => acts.question(what, words)),
		route({
			method: 'put', path: '/me/partner/digest', access: 'member',
			body: v.strictObject({ rhythm: v.picklist(digestRhythms) }),
			async handle({ actor, body: { rhythm } }) {
				const uid = uidOf(actor);
				if ((await directory.membership(uid))?.role !== 'owner') {
					return refused(refuse('permission-missing', [], { clause: '4.12' }));
				}
				await digests.choose(uid, rhythm);
				return done({ rhythm });
			},
		}),
	];
}
