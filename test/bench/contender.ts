import { nodebbDatabase } from '../../lib/nodebb/core/database';
import { nodebbMemberAccess } from '../../lib/nodebb/people/member-access';
import { attributionFields } from '../../lib/partners/posts/post-attribution';
import { partnerStore } from '../../lib/partners/accounts/store';
import { Administrator } from '../driver/forum';
import { Member } from '../driver/member';
import { termsClient } from '../driver/terms-client';
import { benchFill } from '../nodebb/bench-fill';
import { throwAwayDatabase } from '../nodebb/databases';
import { promiseCount, type Commands } from '../nodebb/command-recorder';
import { startInstance } from '../nodebb/instance';
import { specHost } from '../nodebb/spec-host';
import type { Listener } from '../sandbox/host/hooks';
import type { HandlerWrapper } from '../sandbox/host/plugin-loader';
import { startSandbox } from '../sandbox/server/sandbox';

/** A forum that takes part: the same one, once with the plugin and once without. */
export interface Contender {
	host: string;
	url: string;
	adminPassword: string;
	/** Commands it has sent to its database so far; null where nobody counts them. */
	commands(): Promise<Commands | null>;
	/** Promises it has made since it was asked last, which begins the count; null where nobody counts them. */
	promises(): Promise<number | null>;
	stopPromises(): Promise<void>;
	/** Lets the forum call the plugin's hooks, or not; false where that cannot be switched. */
	listen(isOn: boolean): Promise<boolean>;
	/** A new process, with all that it draws by lot, of the same forum. The sandbox has no process of its own. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

/** Without the plugin, with it, or with it and with the plugin for specs, which fills the store but costs time. */
export type Side = 'bare' | 'plugin' | 'filled';

async function inSandbox(side: Side, around?: HandlerWrapper): Promise<Contender> {
	const database = nodebbDatabase({ error: () => undefined, info: () => undefined });
	const fill = benchFill(partnerStore(database), database, attributionFields.partner);
	const alsoRoutes = specHost(() => nodebbMemberAccess(database), { fill }) as Listener;
	const sandbox = await startSandbox({
		bare: { pluginDir: null }, plugin: around ? { around } : {}, filled: { alsoRoutes },
	}[side]);
	const counted = promiseCount();
	return {
		...sandbox, host: `sandbox, Node ${process.version}`,
		async commands() {
			const { commands, writes } = sandbox.host.context.db.stats;
			// Both sides share one process: its processor time says nothing about either.
			return { sent: commands, written: writes, cpuMs: NaN };
		},
		promises: async () => counted.take(),
		stopPromises: async () => counted.stop(),
		listen: async () => false,
		restart: async () => undefined,
	};
}

async function inNodebb(nodebbDir: string, side: Side, beside: boolean): Promise<Contender> {
	const database = throwAwayDatabase(beside ? 1 : 0);
	const counts = database.name === 'redis';
	const instance = await startInstance(nodebbDir, database, {
		plugin: side !== 'bare', forSpecs: side === 'filled', counts,
	});
	return {
		...instance, host: `NodeBB ${instance.version} on ${database.name}, Node ${instance.node}`,
		commands: async () => (counts ? instance.commands() : null),
		promises: async () => (counts ? instance.promises() : null),
		stopPromises: async () => (counts ? instance.stopPromises() : undefined),
		async listen(isOn) {
			await (counts ? instance.listen(isOn) : undefined);
			return counts;
		},
	};
}

interface Wanted {
	/** Around every handler of the plugin; in the sandbox only. */
	around?: HandlerWrapper;
	/** With a database of its own, for a forum that runs beside another one. */
	beside?: boolean;
}

export const contender = (
	nodebbDir: string | undefined, side: Side, { around, beside = false }: Wanted = {},
): Promise<Contender> => (nodebbDir ? inNodebb(nodebbDir, side, beside) : inSandbox(side, around));

/** Somebody who may write, a place, the page of a topic of twenty posts, and a topic to reply to. */
export interface Ground {
	member: Member; other: Member; cid: number; page: string; replyTid: number;
	/** A category that asks the preset's checklist for SIP trunks; the bare forum's asks nothing. */
	askedCid: number;
	/** The page of a topic of twenty posts by somebody who speaks for a partner; the bare forum knows of none. */
	partnerPage: string;
	/** Somebody whose access to another category and to chat has ended; in the bare forum nothing of the kind. */
	restricted: Member;
	/** Whoever keeps that partner account. */
	partner: { admin: Administrator; staffer: Member; owner: Member };
}

export const partnerOfBench = 'bench';

/** Complete answers to the checklist for SIP trunks. */
export const trunkAnswers = {
	manuals: true, 'vendor-first': { vendor: 'Acme Tel', reference: 'ticket 4711: not on their side' },
	deployment: 'hosted-by-3cx', 'no-unsupported-hardware': 'none', 'trunk-used': 'yes',
	'trunk-supported': { provider: 'Acme Tel', country: 'CY' }, 'latest-version': 'V20 Update 9',
	'ticket-prerequisites': ['administrator', 'verbose-logs', 'network', 'hosted-retest', 'machine-size'],
	description: 'Called the queue, expected the agents to ring, but nobody heard anything.', since: 'update',
	affected: 'some', 'no-confidential': true, 'terms-understood': true,
};

const password = 'Bench-pass-5521!';
const repliesOnThePage = 19;

/** Where the topic's page is: NodeBB leads from the number to the title and to the first unread post. */
async function addressOf(member: Member, tid: number): Promise<string> {
	let path = `/topic/${tid}`;
	for (let i = 0; i < 3; i += 1) {
		const { location } = await member.get(path);
		path = location || path;
	}
	return path;
}

export async function layOut({ url, adminPassword }: Contender, hasPlugin: boolean): Promise<Ground> {
	const admin = new Administrator(url, 1, 'admin');
	await admin.login('admin', adminPassword);
	for (const key of ['initialPostDelay', 'postDelay', 'newbiePostDelay', 'newbieReputationThreshold', 'postQueue']) {
		await admin.setConfig(key, 0);
	}
	// As many in both forums: NodeBB asks for some rights category by category.
	const [cid, askedCid, closed] = [await admin.category(), await admin.category(), await admin.category()];
	const account = async (username: string) => {
		const created = await admin.send('POST', '/api/v3/users', { username, password });
		const made = new Member(url, Number(created.response.uid), username);
		await made.login(username, password);
		return made;
	};
	const [member, staffer, owner, restricted, other] = [
		await account('bench'), await account('staffer'), await account('owner'), await account('restricted'),
		await account('other'),
	];
	if (hasPlugin) {
		await admin.terms.call('PUT', '/admin/checklist-places', { topics: { [askedCid]: 'trunk' } });
		const version = String((await admin.terms.publish()).response.version);
		for (const one of [member, staffer, owner, restricted, other]) {
			await termsClient(one).accept(version);
		}
		await admin.terms.call('PUT', `/admin/partners/${partnerOfBench}`, {
			company: 'Bench Telecom', level: 'Gold', owners: [owner.uid], staff: [{ uid: staffer.uid, role: 'support' }],
		});
		for (const scope of [{ categories: [closed] }, 'chat']) {
			await admin.terms.call('POST', '/admin/restrictions', { uid: restricted.uid, scope, clause: '6' });
		}
	}
	const pageOf = async (author: Member) => {
		const tid = Number((await author.topic({ cid })).response.tid);
		for (let i = 0; i < repliesOnThePage; i += 1) {
			await author.reply(tid, { content: `Reply ${i} of a page of twenty posts.` });
		}
		return addressOf(member, tid);
	};
	const [page, partnerPage] = [await pageOf(member), await pageOf(staffer)];
	const replyTid = Number((await member.topic({ cid })).response.tid);
	return {
		member, other, cid, askedCid, page, partnerPage, replyTid, restricted, partner: { admin, staffer, owner },
	};
}
