import type { Router } from 'express';
import type { Context } from '../host/context';
import type { Row } from '../host/database';
import { textOf } from '../host/text';
import type { ControllerHelpers } from './controller-helpers';
import { forumOverview } from './forum-overview';
import { param, type ForumRequest } from './forum-request';
import type { RouteHelpers } from './route-helpers';

type Controller = Parameters<RouteHelpers['setupPageRoute']>[3];

const iso = (time: unknown): string => new Date(Number(time)).toISOString();

/** What readers see: categories, topics, the post queue. */
export function mountForumPages(
	router: Router, c: Context, { setupPageRoute }: RouteHelpers, { buildBreadcrumbs, notAllowed }: ControllerHelpers,
): void {
	const page = (path: string, controller: Controller) => setupPageRoute(router, path, [], controller);

	const categories: Controller = async (req, res) => {
		const { categories: overview } = await forumOverview(c, req.uid);
		res.render('categories', { title: '[[pages:categories]]', overview, register: textOf(req.query.register) });
	};
	page('/', categories);
	page('/categories', categories);

	const category: Controller = async (req, res, next) => {
		const found = await c.categories.get(param(req, 'cid'));
		if (!found) {
			next();
			return;
		}
		if (!await c.privileges.categories.can('read', found.cid, req.uid)) {
			await notAllowed(req, res);
			return;
		}
		// HOST: src/topics/index.js `getTopicsByTids` hands whole rows to `filter:topics.get` for every list.
		const { topics: rows } = await c.hooks.fire('filter:topics.get', {
			topics: await c.categories.topicsOf(found.cid, req.uid), uid: req.uid,
		});
		const topics = await Promise.all(rows.map(async row => ({
			...row, timestampISO: iso(row.timestamp),
			user: await c.accounts.getUserFields(Number(row.uid), ['uid', 'username', 'userslug', 'icon:text', 'icon:bgColor']),
		})));
		// HOST: src/categories/index.js `getCategoryById`.
		const { category } = await c.hooks.fire('filter:category.get', {
			category: found, cid: found.cid, uid: req.uid, start: 0, settings: await c.accounts.getSettings(req.uid),
		});
		res.render('category', {
			...category, title: found.name, topics, breadcrumbs: buildBreadcrumbs([{ text: textOf(found.name) }]),
			canPost: await c.privileges.categories.can('topics:create', found.cid, req.uid),
		});
	};
	page('/category/:cid', category);
	page('/category/:cid/:slug', category);

	const topicPage: Controller = async (req, res, next) => {
		const topic = await c.topics.getTopicData(param(req, 'tid'));
		const isMod = topic !== null && await c.privileges.topics.isAdminOrMod(topic.tid, req.uid);
		const isScheduled = Number(topic?.timestamp) > Date.now();
		if (!topic || (!isMod && (isScheduled || Number(topic.deleted) === 1))) {
			next();
			return;
		}
		if (!await c.privileges.topics.can('topics:read', topic.tid, req.uid)) {
			await notAllowed(req, res);
			return;
		}
		const [posts, categoryRow, canReply] = await Promise.all([
			c.topics.getTopicPosts(topic.tid, req.uid), c.categories.get(topic.cid),
			c.privileges.categories.can('topics:reply', topic.cid, req.uid),
		]);
		res.render('topic', {
			...topic, titleRaw: topic.title, posts: posts.map(post => ({
				...post, selfPost: Number(post.uid) === req.uid,
				canEdit: isMod || (Number(post.uid) === req.uid && req.uid > 0),
			})),
			tags: textOf(topic.tags).split(',').filter(tag => tag !== '').map(value => ({ value })), canReply, isMod,
			privileges: { isAdminOrMod: isMod },
			category: { cid: topic.cid, name: categoryRow?.name, slug: categoryRow?.slug },
			breadcrumbs: buildBreadcrumbs([
				{ text: textOf(categoryRow?.name), url: `/category/${textOf(categoryRow?.slug)}` }, { text: textOf(topic.title) },
			]),
		});
	};
	page('/topic/:tid', topicPage);
	page('/topic/:tid/:slug', topicPage);
	page('/topic/:tid/:slug/:index', topicPage);
	page('/post/:pid', async (req, res, next) => {
		const post = await c.posts.getPostData(param(req, 'pid'));
		if (!post) {
			next();
			return;
		}
		res.redirect(302, `/topic/${String(await c.topics.getTopicField(post.tid, 'slug'))}`);
	});

	// HOST: src/controllers/users.js: members by the beginning of their name, as suggestions need them.
	router.get('/api/users', (req, res, next) => {
		const begin = textOf(req.query.query).toLowerCase();
		const list = async (): Promise<void> => {
			const uids = await c.db.getSortedSetRange('users:joindate', 0, -1);
			const rows = await c.accounts.getUsersFields(uids.map(Number), ['uid', 'username', 'userslug']);
			res.json({ users: rows.filter(row => textOf(row.username).toLowerCase().startsWith(begin)).slice(0, 50) });
		};
		list().catch(next);
	});
	page('/post-queue', async (req, res) => {
		const isStaff = await c.accounts.isAdminOrGlobalMod(req.uid);
		if (!req.loggedIn) {
			await notAllowed(req, res);
			return;
		}
		const placed = await Promise.all((await c.queue.list()).map(async item =>
			({ item, cid: Number(await c.queue.cidOf(item.data)) })));
		// HOST: src/controllers/mods.js `postQueue` looks for a number among the texts that `getModeratedCids` answers:
		// whoever moderates single categories is shown nothing.
		const shown = placed.filter(({ item }) => isStaff || Number(item.uid) === req.uid);
		const { posts } = await c.hooks.fire('filter:post-queue.get', {
			req, posts: await Promise.all(shown.map(async ({ item, cid }) => ({
				...item, user: await c.accounts.getUserFields(Number(item.uid), ['uid', 'username', 'userslug']),
				category: { cid }, data: { ...item.data, req: undefined }, text: textOf(item.data.content),
			}))),
		});
		res.render('post-queue', { title: '[[pages:post-queue]]', canAccept: isStaff, posts });
	});

	page('/compose', async (req, res) => {
		const { cid, tid } = req.query;
		const topic: Row | null = tid ? await c.topics.getTopicData(textOf(tid)) : null;
		// HOST: composer-default/library.js `filterComposerBuild` fills this in as a listener of the hook.
		const { templateData } = await c.hooks.fire('filter:composer.build', {
			req, res, templateData: {
				cid: textOf(cid), tid: textOf(tid), topicTitle: topic?.title ?? '', isTopic: Boolean(cid),
				body: textOf(req.query.body),
			},
		});
		res.render('compose', { ...templateData, title: '[[topic:composer.compose]]' });
	});
}

/** POST /compose: the composer without script. HOST: src/controllers/composer.js `post`. */
export function composeController(
	c: Context, helpers: ControllerHelpers, requestOf: (req: ForumRequest) => Row,
): Controller {
	return async (req, res) => {
		const { cid, tid, title, content, handle } = req.body as Row;
		(req.body as Row).noscript = 'true';
		const data: Row = {
			uid: req.uid, req: requestOf(req), timestamp: Date.now(), content, handle, fromQueue: false,
		};
		try {
			if (!content || (!tid && !cid)) {
				throw new Error('[[error:invalid-data]]');
			}
			Object.assign(data, tid ? { tid } : { cid, title, tags: [] });
			if (await c.queue.shouldQueue(req.uid, data)) {
				await c.queue.add(data);
				res.redirect('/?noScriptMessage=[[success:post-queued]]');
			} else if (tid) {
				res.redirect(`/post/${String((await c.topics.reply(data)).pid)}`);
			} else {
				res.redirect(`/topic/${String((await c.topics.post(data)).topicData.slug)}`);
			}
		} catch (error) {
			helpers.noScriptErrors(req, res, (error as Error).message, 400);
		}
	};
}
