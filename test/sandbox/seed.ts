import { apiTokens } from './host/api-tokens';
import type { Context } from './host/context';
import { wholeForum } from './guide/whole-forum';
import { categories, topics } from './places';
import type { Sandbox } from './server/sandbox';
import { browser, type Browser } from './browser';

/** Somebody to be in the sandbox. */
export interface Person { username: string; password: string; role: string }
export interface Seeded { people: Person[]; customerToken: string }

const roles: readonly [username: string, role: string, accepts: boolean][] = [
	['moderator', 'global moderator', true],
	['owner', 'owner of a partner account', true],
	['staff1', 'staff of that partner', true],
	['staff2', 'staff of that partner', true],
	['customer', 'customer', true],
	['newcomer', 'has not accepted the terms', false],
];

async function makePlaces(c: Context, adminUid: number): Promise<void> {
	const cids = new Map<string, unknown>();
	for (const { queue = false, ...category } of categories) {
		const made = await c.categories.create(category);
		await c.categories.update({ [String(made.cid)]: { postQueue: queue ? 1 : 0 } });
		cids.set(category.name, made.cid);
	}
	for (const { category, by, title, content, replies } of topics) {
		const uidOf = async (name: string) => await c.accounts.getUidByUsername(name) || adminUid;
		const { topicData } = await c.topics.post({
			uid: await uidOf(by), cid: cids.get(category), title, content, fromQueue: true,
		});
		for (const reply of replies) {
			await c.topics.reply({
				uid: await uidOf(reply.by), tid: topicData.tid, content: reply.content, fromQueue: true,
			});
		}
	}
}

/** Publishes the draft that the plugin laid out at its first start, as an administrator would in the ACP. */
async function publishTerms(admin: Browser): Promise<string> {
	const answer = await admin.send('POST', '/api/v3/plugins/forum-terms/admin/terms/forum/publish', {});
	return String((answer.response as { version?: string }).version);
}

const routes = '/api/v3/plugins/forum-terms';

/** A partner with an owner and two of their people, so that what they write carries the badge. */
async function makePartner(c: Context, admin: Browser): Promise<void> {
	const uidOf = async (name: string) => Number(await c.accounts.getUidByUsername(name));
	const [owner, support, sales] = await Promise.all(['owner', 'staff1', 'staff2'].map(uidOf));
	await admin.send('PUT', `${routes}/admin/partners/acme`, {
		company: 'Acme Telecom', level: 'Gold', owners: [owner],
		staff: [{ uid: support, role: 'support' }, { uid: sales, role: 'sales' }],
	});
}

/** A customer with a licence that staff verified. */
async function verifyLicence(customer: Browser, admin: Browser): Promise<void> {
	const claimed = await customer.send('POST', `${routes}/me/licences`, { key: 'A1B2-C3D4-E5F6-G7H8' });
	const { id } = claimed.response as { id?: number };
	await admin.send('POST', `${routes}/admin/licences/${id}/decision`, { verified: true, reason: 'Of the sandbox' });
}

/**
 * A 3CX-like forum to try the plugin in; everything that the plugin holds goes through its own API. `isWhole`: with a
 * partner account, a verified customer and the categories of the preset, which tests rather make themselves.
 */
export async function seed(
	sandbox: Sandbox, passwordOf: (username: string) => string, { isWhole = false } = {},
): Promise<Seeded> {
	const { context: c } = sandbox.host;
	Object.assign(c.config, {
		title: '3CX forum (sandbox)', initialPostDelay: 0, postDelay: 0, postQueue: 1, postQueueReputationThreshold: 1,
	});
	const people: Person[] = [{ username: 'admin', password: sandbox.adminPassword, role: 'administrator' }];
	for (const [username, role] of roles) {
		const password = passwordOf(username);
		const uid = await c.accounts.create({ username, password });
		await c.accounts.setUserField(uid, 'joindate', Date.now() - (90 * 86_400_000));
		if (username === 'moderator') {
			await c.groups.join(['Global Moderators'], uid);
		}
		people.push({ username, password, role });
	}

	const admin = await browser(sandbox.url, 'admin', sandbox.adminPassword);
	const version = await publishTerms(admin);
	for (const [username] of roles.filter(([, , accepts]) => accepts)) {
		const visitor = await browser(sandbox.url, username, passwordOf(username));
		await visitor.send('POST', `/api/v3/plugins/forum-terms/terms/${version}/acceptance`, {
			language: 'en-GB',
		});
	}
	if (isWhole) {
		await makePartner(c, admin);
		await verifyLicence(await browser(sandbox.url, 'customer', passwordOf('customer')), admin);
		await wholeForum(c, admin);
	} else {
		await makePlaces(c, 1);
	}
	const customerToken = await apiTokens(c).generate({
		uid: await c.accounts.getUidByUsername('customer'), description: 'customer of the sandbox',
	});
	return { people, customerToken };
}
