import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { forumName } from './forum-name';
import { Member } from './member';
import type { Listener } from '../sandbox/host/hooks';
import { nodebbSocket, sandboxSocket, type SocketAnswer } from './socket';
import { specHostOf, type SpecHost } from './host-past-routes';
import { registrationOf, type Registration } from './registration';
import { Visitor, type Answer } from './visitor';

/** A forum under test: the sandbox, or a NodeBB that the runner has started. */
export interface Forum {
	name: 'sandbox' | 'nodebb';
	url: string;
	admin: Administrator;
	/** A browser that nobody has logged in with. */
	guest(): Visitor;
	/** A new account with its own browser; `accepted` by default. */
	member(options?: { accepted?: boolean; username?: string }): Promise<Member>;
	/** The same person at another device; `answer` says why not. */
	logIn(member: Member): Promise<{ answer: Answer; member: Member }>;
	/** What the forum does when another plugin calls it past every route, and the port itself; see spec-host.ts. */
	host: SpecHost;
	/** The same person with a bearer token. */
	withToken(member: Member): Promise<Member>;
	/** Gives somebody an address that counts as confirmed. */
	confirmEmail(member: Member, email: string): Promise<Answer>;
	/** Makes somebody an administrator, or takes it back. */
	administer(member: Member, isAdministrator: boolean): Promise<Answer>;
	/** A call that NodeBB's client makes over a socket. */
	socket(visitor: Visitor, event: string, params: unknown): Promise<SocketAnswer>;
	/** The registration form, step by step. */
	registration(): Registration;
	/** Everything the forum has written into its log. */
	log(): string;
	close(): Promise<void>;
}

const password = 'Spec-pass-9271!';

/** The forum's administrator with the ACP's powers. */
export class Administrator extends Member {
	setConfig(key: string, value: string | number): Promise<Answer> {
		return this.send('PUT', `/api/v3/admin/settings/${key}`, { value });
	}

	async category(fields: Record<string, unknown> = {}): Promise<number> {
		const created = await this.send('POST', '/api/v3/categories', { name: `Category ${unique()}`, ...fields });
		const cid = Number(created.response.cid);
		if (fields.postQueue !== undefined) {
			await this.send('PUT', `/api/v3/categories/${cid}`, { postQueue: fields.postQueue });
		}
		return cid;
	}

	/** Lets nobody but administrators read the topics of a category. */
	async closeCategory(cid: number): Promise<void> {
		for (const member of ['guests', 'registered-users', 'spiders', 'fediverse']) {
			await this.send('DELETE', `/api/v3/categories/${cid}/privileges/groups:topics:read`, { member });
		}
	}

	/** Makes somebody a moderator of one category, or of all. */
	async appoint(member: Member, cid: number | 'all'): Promise<void> {
		await this.send('PUT', cid === 'all' ? `/api/v3/groups/global-moderators/membership/${member.uid}` :
			`/api/v3/categories/${cid}/moderator/${member.uid}`, {});
	}

	/** Gives one member a right in one category, themself and not through a group; `cid` 0: in the whole forum. */
	allow(member: Member, cid: number, privilege: string): Promise<Answer> {
		return this.send('PUT', `/api/v3/categories/${cid}/privileges/${privilege}`, { member: member.uid });
	}

	/** A new visible group; answers its name. */
	async group(): Promise<string> {
		const name = `g-${unique()}`;
		await this.send('POST', '/api/v3/groups', { name });
		return name;
	}

	join(group: string, member: Member): Promise<Answer> {
		return this.send('PUT', `/api/v3/groups/${group}/membership/${member.uid}`, {});
	}

	async inForce(): Promise<string> {
		const { documents } = (await this.terms.documents()).response as { documents: { version: string }[] };
		return documents[0]?.version ?? '';
	}

	/** Publishes one more version and answers its id. */
	async publish(parts: Record<string, unknown> = {}): Promise<string> {
		await this.terms.saveDraft({
			text: { 'en-GB': `## 2. Acceptance\n\nUse means agreement, edition ${unique()}.\n\n## 4. Posting\n\n1. Be kind.` },
			change: 'significant', notice: 're-accept', changelog: 'Clearer wording.', ...parts,
		});
		const published = await this.terms.publish();
		if (published.status !== 200) {
			throw new Error(`publishing failed: ${published.message}`);
		}
		return String(published.response.version);
	}

	approve(id: string): Promise<Answer> {
		return this.send('POST', `/api/v3/posts/queue/${id}`, {});
	}

	/** `message`: why, for the author. */
	reject(id: string, message?: unknown): Promise<Answer> {
		return this.send('DELETE', `/api/v3/posts/queue/${id}`, message === undefined ? {} : { message });
	}
}

/** A name that no other spec has. */
export function unique(): string {
	return randomBytes(5).toString('hex');
}

async function loggedIn<M extends Member>(member: M, secret: string): Promise<M> {
	const answer = await member.login(member.username, secret);
	if (answer.status !== 200) {
		throw new Error(`log-in of ${member.username} failed: ${answer.status} ${answer.text.slice(0, 200)}`);
	}
	return member;
}

async function startedSandbox() {
	const [{ startSandbox }, { specHost }, { nodebbMemberAccess }, { nodebbDatabase }] = await Promise.all([
		import('../sandbox/server/sandbox.js'), import('../nodebb/spec-host.js'),
		import('../../lib/nodebb/people/member-access.js'), import('../../lib/nodebb/core/database.js'),
	]);
	const database = nodebbDatabase({ error: () => undefined, info: () => undefined });
	const sandbox = await startSandbox({ alsoRoutes: specHost(() => nodebbMemberAccess(database)) as Listener });
	return { ...sandbox, log: () => sandbox.host.context.log.join('\n') };
}

/** The forum that FORUM names; ready to post in without waiting times, with terms in force. */
export async function openForum(): Promise<Forum> {
	const name = forumName;
	const running = name === 'nodebb' ? {
		url: process.env.FORUM_URL ?? '', adminPassword: process.env.FORUM_ADMIN_PASSWORD ?? '',
		log: () => readFileSync(process.env.FORUM_LOG ?? '', 'utf8'), stop: async () => undefined,
	} : await startedSandbox();
	const { url } = running;
	const admin = await loggedIn(new Administrator(url, 1, 'admin'), running.adminPassword);
	for (const [key, value] of [
		['initialPostDelay', 0], ['postDelay', 0], ['newbiePostDelay', 0], ['newbieReputationThreshold', 0],
		['postQueue', 0], ['registrationApprovalType', 'normal'],
	] as const) {
		await admin.setConfig(key, value);
	}
	if (await admin.inForce() === '') {
		await admin.publish();
	}
	/** HOST: src/middleware/index.js `requireAPIReAuth`: some routes want a password given minutes ago. */
	async function afresh(send: () => Promise<Answer>): Promise<Answer> {
		const first = await send();
		return first.status === 401 ? admin.login('admin', running.adminPassword).then(send) : first;
	}
	return {
		name, url, admin,
		confirmEmail: ({ uid }, email) =>
			afresh(() => admin.send('POST', `/api/v3/users/${uid}/emails`, { email, skipConfirmation: 1 })),
		administer: ({ uid }, isAdministrator) => afresh(() => admin.send(
			isAdministrator ? 'PUT' : 'DELETE', `/api/v3/groups/administrators/membership/${uid}`, {})),
		guest: () => new Visitor(url),
		async member({ accepted = true, username = `m-${unique()}` } = {}) {
			const created = await admin.send('POST', '/api/v3/users', { username, password });
			const member = await loggedIn(new Member(url, Number(created.response.uid), username), password);
			if (accepted) {
				await member.terms.accept(await admin.inForce());
			}
			return member;
		},
		host: specHostOf(admin),
		async logIn({ uid, username }) {
			const member = new Member(url, uid, username);
			return { answer: await member.login(username, password), member };
		},
		async withToken(member) {
			// HOST: src/routes/write/admin.js: a token for everybody (uid 0) takes the password in the same request.
			const make = () => admin.send('POST', '/api/v3/admin/tokens', {
				uid: member.uid, description: 'spec', password: running.adminPassword,
			});
			const created = await afresh(make);
			const token = (created.response.secret ?? created.response.token ?? '') as string;
			if (!token) {
				throw new Error(`no token: ${created.status} ${created.message}`);
			}
			return new Member(url, member.uid, member.username, token);
		},
		socket: name === 'nodebb' ? nodebbSocket : sandboxSocket,
		registration: () => registrationOf(new Visitor(url), `j-${unique()}`, password),
		log: () => running.log(),
		close: () => running.stop(),
	};
}
