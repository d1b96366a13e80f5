import { apiTokens } from '../host/api-tokens';
import type { Row } from '../host/database';
import { textOf } from '../host/text';
import { userApi } from '../host/user-api';
import { param, type ForumRequest } from './forum-request';
import type { WriteApi } from './write-api';

const uidIn = (req: ForumRequest): number => Number(param(req, 'uid'));

/** Accounts, bans and mutes of NodeBB's write API. HOST: src/api/users.js. */
export function mountUsers({ c, anyone, members, administrators }: WriteApi): void {
	const actor = (req: ForumRequest) => ({ uid: req.uid, ip: req.ip });
	async function known(req: ForumRequest): Promise<number> {
		// HOST: src/middleware/assert.js `user`.
		if (!await c.accounts.exists(uidIn(req))) {
			throw new Error('[[error:no-user]]');
		}
		return uidIn(req);
	}
	const until = ({ until: at }: Row) => Number(at ?? 0) || 0;
	const api = userApi(c);
	administrators('post', '/users', async (_req, body) => {
		const uid = await c.accounts.create(body);
		return c.accounts.getUserFields(uid, ['uid', 'username', 'userslug', 'joindate']);
	});
	anyone('get', '/users/:uid', async (req) => {
		if (!await c.accounts.exists(uidIn(req))) {
			throw new Error('[[error:no-user]]');
		}
		return c.accounts.getUserFields(uidIn(req), ['uid', 'username', 'userslug', 'joindate', 'postcount']);
	});
	administrators('delete', '/users/:uid/account', async req => c.accounts.deleteAccount(uidIn(req)));
	administrators('delete', '/users/:uid', async (req) => {
		await c.accounts.deleteContent(req.uid, uidIn(req));
		await c.accounts.deleteAccount(uidIn(req));
	});
	administrators('post', '/users/:uid/emails', async (req, { email }) => {
		// As with `skipConfirmation`: HOST src/api/users.js `addEmail`, src/user/email.js `confirmByUid`.
		await c.accounts.setUserFields(uidIn(req), { email: textOf(email), 'email:confirmed': 1 });
		void c.hooks.fire('action:user.email.confirmed', { uid: uidIn(req), email: textOf(email) });
	});
	members('put', '/users/:uid/ban', async (req, body) =>
		api.ban(actor(req), { uid: await known(req), until: until(body), reason: textOf(body.reason) }));
	members('delete', '/users/:uid/ban', async (req, body) =>
		api.unban(actor(req), { uid: await known(req), reason: textOf(body.reason) }));
	members('put', '/users/:uid/mute', async (req, body) =>
		api.mute(actor(req), { uid: await known(req), until: until(body), reason: textOf(body.reason) }));
	members('delete', '/users/:uid/mute', async (req, body) =>
		api.unmute(actor(req), { uid: await known(req), reason: textOf(body.reason) }));
	members('put', '/users/:uid', (req, body) => c.api.users.update(req, { ...body, uid: param(req, 'uid') }));
	members('put', '/users/:uid/picture', (req, body) => c.api.users.changePicture(req, { ...body, uid: param(req, 'uid') }));
	members('put', '/users/:uid/settings', async (req, { settings }) => {
		if (uidIn(req) !== req.uid && !await c.accounts.isAdministrator(req.uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		await c.accounts.setSetting(uidIn(req), 'userLang', textOf((settings as Row | undefined)?.userLang) || 'en-GB');
	});
}

/** Categories, settings, tokens and chat of NodeBB's write API. */
export function mountForum({ c, anyone, members, administrators }: WriteApi): void {
	anyone('get', '/categories', async req => ({
		categories: await c.categories.getCategoriesByPrivilege('categories:cid', req.uid, 'find'),
	}));
	administrators('post', '/categories', async (_req, body) => c.categories.create(body));
	administrators('put', '/categories/:cid', async (req, body) => {
		await c.categories.update({ [param(req, 'cid')]: body });
		return c.categories.get(param(req, 'cid'));
	});
	for (const [method, change] of [['put', 'give'], ['delete', 'rescind']] as const) {
		administrators(method, '/categories/:cid/privileges/:privilege', async (req, { member }) => {
			await c.privileges.categories[change]([param(req, 'privilege')], param(req, 'cid'), textOf(member));
		});
	}
	// HOST: src/api/categories.js `setPrivilege` gives a moderator a whole column; this one makes them one.
	administrators('put', '/categories/:cid/moderator/:uid', async req =>
		c.groups.join([`cid:${param(req, 'cid')}:privileges:moderate`], uidIn(req)));
	administrators('delete', '/categories/:cid/moderator/:uid', async req =>
		c.privileges.categories.rescind(['moderate'], param(req, 'cid'), String(uidIn(req))));
	administrators('put', '/admin/settings/:setting', async (req, { value }) => {
		c.config[param(req, 'setting')] = value as string | number;
	});
	administrators('post', '/admin/tokens', async (_req, { uid, description }) => {
		const token = await apiTokens(c).generate({ uid: Number(uid), description: textOf(description) });
		return { uid: Number(uid), description, secret: token };
	});

	members('get', '/groups', async ({ query }) => ({ groups: await c.groups.search(textOf(query.query)) }));
	members('post', '/groups', (req, body) => c.api.groups.create(req, body));
	administrators('put', '/groups/:slug/membership/:uid', async (req) => {
		const name = await c.groups.getGroupNameByGroupSlug(param(req, 'slug'));
		if (!name) {
			throw new Error('[[error:no-group]]');
		}
		await c.groups.join([name], Number(param(req, 'uid')));
	});
	administrators('delete', '/groups/:slug/membership/:uid', async req =>
		c.groups.leave([await c.groups.getGroupNameByGroupSlug(param(req, 'slug'))], uidIn(req)));
	administrators('get', '/groups/:slug/members', async (req) => {
		// HOST: src/middleware/assert.js `group`.
		if (!await c.groups.getGroupNameByGroupSlug(param(req, 'slug'))) {
			throw new Error('[[error:no-group]]');
		}
		const uids = await c.groups.getMembers(await c.groups.getGroupNameByGroupSlug(param(req, 'slug')));
		return { users: uids.map(uid => ({ uid: Number(uid) })) };
	});
	administrators('delete', '/groups/:slug', async req =>
		c.groups.destroy(await c.groups.getGroupNameByGroupSlug(param(req, 'slug'))));
	members('put', '/groups/:slug', (req, body) => c.api.groups.update(req, { ...body, slug: param(req, 'slug') }));
	const { chats } = c.api;
	const room = (req: ForumRequest) => ({ roomId: param(req, 'roomId') });
	members('post', '/chats', (req, body) => chats.create(req, body), ['uids']);
	members('get', '/chats/:roomId', req => chats.get(req, room(req)));
	members('post', '/chats/:roomId', (req, { message }) => chats.post(req, { message, ...room(req) }), ['message']);
	members('put', '/chats/:roomId', (req, body) => chats.update(req, { ...body, ...room(req) }));
	members('post', '/chats/:roomId/users', (req, { uids }) => chats.invite(req, { uids, ...room(req) }), ['uids']);
	members('put', '/chats/:roomId/messages/:mid', (req, { message }) =>
		chats.editMessage(req, { ...room(req), mid: param(req, 'mid'), message }));
}
