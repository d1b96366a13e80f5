import assert from 'node:assert/strict';
import { accessGround, restricted, richHoldings } from '../builders/access';
import { standing, started, type AccessGround } from '../builders/access-crash';
import { crashes, toldOnce, whole } from '../builders/mortal';

const dayMs = 86_400_000;
const reason = 'A mistake.';

describe('a process killed before any of its writes leaves no act without a record, and no record without an outcome', () => {
	it('when it grants an appeal, and when it declines one', async () => {
		for (const isGranted of [true, false]) {
			whole(await crashes({
				world: async () => {
					const ground = accessGround(richHoldings());
					ground.administrators.add(2);
					const { id } = await restricted(ground, { scope: 'chat' });
					await ground.appeals.appeal({ code: String(id), uid: 7 }, 'I did not do it.');
					return ground;
				},
				host: ground => ground.host,
				act: (ground, host) => ground.process(host).appeals.answer(1, 2, isGranted, reason),
				restart: started,
				state: async (ground) => {
					const [{ appeal } = assert.fail()] = await ground.store.read([1]);
					return { ...await standing(ground), appeal: appeal?.state };
				},
			}));
		}
	});

	it('when a member appeals', async () => whole(await crashes({
		async world() {
			const ground = accessGround(richHoldings());
			await restricted(ground, { scope: 'chat' });
			return ground;
		},
		isRepeated: true, host: ground => ground.host,
		act: (ground, host) => ground.process(host).appeals.appeal({ code: '1', uid: 7 }, 'I did not do it.'),
		restart: started,
		async state(ground) {
			const [{ appeal } = assert.fail()] = await ground.store.read([1]);
			return { ...await standing(ground), appeal: appeal?.state, staff: toldOnce(ground.sent) };
		},
	})));

	/** What was due while the forum was off comes late and once. */
	for (const [name, more] of [
		['starts', { scope: 'writing', from: 1, until: 90 }], ['ends', { scope: 'forum', until: 2 }],
		['starts and ends', { scope: 'chat', from: 1, until: 2 }], ['is told of', { scope: 'chat', notice: 'none', noticeReason: 'legal-hold', noticeAt: 2 }],
	] as const) {
		it(`when a restriction ${name} that was due while the forum was off`, async () => whole(await crashes({
			async world() {
				const ground = accessGround(richHoldings());
				const at = Object.fromEntries(Object.entries(more).map(([field, value]) =>
					[field, typeof value === 'number' ? ground.time.at + (value * dayMs) : value]));
				await restricted(ground, at);
				ground.time.at += 3 * dayMs;
				return ground;
			},
			host: ground => ground.host, act: (ground, host) => ground.process(host).lifecycle.work(),
			restart: started,
			async state(ground) {
				return { ...await standing(ground), once: toldOnce(ground.sent), letters: ground.letters.length };
			},
		})));
	}

	it('when a ban of the forum is found, its reason given, and the ban taken back', async () => {
		const banned = async (isFound: boolean) => {
			const ground = accessGround(richHoldings());
			await ground.forum.access.ban(7, 5, { until: 0, reason: 'spam' });
			await (isFound ? ground.hostBans.began('ban', { uid: 7, by: 5, until: 0, reason: 'spam' }) : undefined);
			return ground;
		};
		const cause = { clause: '4.1', withoutCause: false, reason: 'spam', evidence: [] } as const;
		const acts: [boolean, (process: ReturnType<AccessGround['process']>) => Promise<unknown>][] = [
			[false, ({ hostBans }) => hostBans.began('ban', { uid: 7, by: 5, until: 0, reason: 'spam' })],
			[true, ({ restrictions }) => restrictions.setCause(1, 1, cause)],
			[true, ({ hostBans }) => hostBans.began('ban', { uid: 7, by: 5, until: 9e12, reason: 'spam' })],
		];
		for (const [isFound, act] of acts) {
			whole(await crashes({
				world: () => banned(isFound), host: ground => ground.host,
				act: (ground, host) => act(ground.process(host)),
				restart: started, state: standing,
			}));
		}
	});
});
