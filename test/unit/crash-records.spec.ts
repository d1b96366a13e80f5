import { done } from '../../lib/kernel/refusals/outcome';
import type { Host } from '../../lib/kernel/host/ports';
import { forumOf } from '../../lib/platform/forum/forum';
import { recordsJobs } from '../../lib/records/jobs';
import { recordsServices } from '../../lib/records/services';
import { decisionDraft, decisionsInMemory, snapshot, type DecisionsInMemory } from '../builders/decisions';
import { crashes, runAll, whole } from '../builders/mortal';

const dayMs = 86_400_000;
const member = 918_273;
type Process = ReturnType<typeof over>;
type Act = (process: Process, ground: DecisionsInMemory) => Promise<unknown>;

function over(ground: DecisionsInMemory, host: Host) {
	const { keyring, verifyLedger, clauses } = ground.over(host);
	return recordsServices(host, forumOf(host), {
		book: ground.bookOver(host), keyring, verifyLedger, ledgerState: ground.over(host).seals.state,
		clauses, companies: async () => new Map(), partnerOf: async () => '',
	});
}
const decide: Act = ({ book }) => book.during(decisionDraft({ affected: [member], by: 4 }), async () => done(null),
	{ snapshots: [snapshot({ uid: member, content: 'What was said.' })] });
const seal: Act = ({ seals }) => seals.sealNow();
const ripe: Act = async (_process, { time }) => {
	time.at += 11 * 60_000;
};
const years: Act = async (_process, { time, stored }) => {
	Object.assign(stored, { keepDecisionTextDays: 30, keepDecisionDays: 30, keepHoldDays: 30 });
	time.at += 1000 * dayMs;
};

const acts: Record<string, readonly [Act, ...Act[]]> = {
	'decisions are sealed': [seal, decide, decide, ripe],
	'decisions have had their time': [({ retention }) => retention.purgeExpired(), decide, decide, ripe, seal, years],
	'somebody about whom was decided deletes their account': [({ retention }) => retention.forget(member), decide, decide],
	'somebody who decided deletes their account': [({ retention }) => retention.forget(4), decide, ripe, seal],
};

describe('a process killed before any of its writes leaves no record half sealed, half kept or half forgotten', () => {
	for (const [name, [act, ...before]] of Object.entries(acts)) {
		it(`when ${name}`, async () => whole(await crashes({
			isRepeated: true,
			async world() {
				const ground = await decisionsInMemory();
				for (const one of before) {
					await one(over(ground, ground.host), ground);
				}
				return ground;
			},
			host: ground => ground.host,
			act: (ground, host) => act(over(ground, host), ground),
			restart: (ground, host) => runAll(recordsJobs(over(ground, host))),
			async state(ground) {
				const { book, checks } = over(ground, ground.host);
				const found = await book.read([1, 2]);
				return {
					found: found.map(one => one && [one.affected, one.by, one.outcome?.kind]),
					listed: (await book.store.page({}, { count: 10 })).rows.map(({ id }) => id),
					isIntact: (await checks.decisions()).intact,
					left: ['What was said.', String(member)].filter(text => ground.database.everything().includes(text)),
					sealed: (await over(ground, ground.host).seals.state()).lastSealed,
				};
			},
		})));
	}
});
