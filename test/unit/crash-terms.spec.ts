import assert from 'node:assert/strict';
import { termsJobs } from '../../lib/terms/jobs';
import { markerField } from '../../lib/terms/acceptance/registration';
import { plainSettings } from '../../lib/terms/documents/version';
import { crashes, runAll, toldOnce, whole } from '../builders/mortal';
import { draft, termsInMemory, type TermsInMemory } from '../builders/terms';

const dayMs = 86_400_000;
type Process = ReturnType<TermsInMemory['over']>;
type Act = (process: Process, ground: TermsInMemory) => Promise<unknown>;

const statement = { uid: 7, versionId: 'forum-1', language: 'en-GB', method: 'api' } as const;
const publish: Act = (_process, ground) => ground.publish();
const accept: Act = ({ acceptance }) => acceptance.accept(statement);
const decline: Act = ({ acceptance }) => acceptance.decline(statement);
const behalf: Act = ({ acceptance }) => acceptance.accept({ ...statement, behalf: { uid: 1, reason: 'By letter.' } });
const recall: Act = ({ acceptance }) => acceptance.recall({ uid: 7, document: 'forum', by: 1, reason: 'A breach.' });
const use: Act = async ({ acceptance }) =>
	acceptance.noteUse(7, (await acceptance.position(7)).agreed, () => 'en-GB');
const shown: Act = async ({ acceptance }) =>
	acceptance.noteShown(7, await acceptance.debts(7), 'en-GB', 'page');
const save: Act = ({ publication }) => publication.saveDraft('forum', draft({ texts: { 'en-GB': 'Another text.' } }));
const discard: Act = ({ publication }) => publication.discardDraft('forum');
const rollOut: Act = ({ publication }) =>
	publication.rollOut('forum', { percent: 50, groups: [], declineLimit: 0, pausedAt: 0 });
const seal: Act = ({ seals }) => seals.sealNow();
const announced: Act = (_process, ground) => ground.publish({ notify: true });
const announce: Act = ({ announcements }) => announcements.announce();
const remind: Act = ({ announcements }) => announcements.remind();
const later: Act = async ({ store }, ground) => {
	await store.saveDocument('forum', { ...plainSettings, title: 'Forum terms', reminderDays: 7 });
	ground.time.at += 8 * dayMs;
};
const years: Act = async (_process, ground) => {
	Object.assign(ground.stored, { keepShownDays: 30, keepErasedDays: 30 });
	ground.time.at += 1000 * dayMs;
};
const purge: Act = ({ erasure }) => erasure.purgeExpired();
const forget: Act = ({ erasure }) => erasure.forget(7);

const acts: Record<string, readonly [Act, ...Act[]]> = {
	'a member accepts': [accept, publish],
	'a member declines': [decline, publish],
	'a member declines what they accepted': [decline, publish, accept],
	'staff accept for a member': [behalf, publish],
	'a member is asked again': [recall, publish, accept],
	'the text was shown to a member': [shown, publish],
	'a draft is saved': [save, publish],
	'a draft is discarded': [discard, publish, save],
	'a version is rolled out to a share': [rollOut, publish],
	'a version is announced': [announce, announced],
	'members are reminded': [remind, publish, later],
	'records are sealed': [seal, publish, accept],
	'records are reduced when their time is over': [purge, publish, shown, accept, forget, seal, years],
	'posting agrees to a version that asks nobody': [use, (_process, ground) => ground.publish({ notice: 'silent' })],
};

async function state({ over, host, sent }: TermsInMemory) {
	const { store, ledger, seals, verifyLedger, publication, acceptance } = over(host);
	const records = await ledger.recordsOf(7, 100);
	const { forum: standing } = await ledger.standing(7);
	const [{ versions = [] } = {}] = await store.documents();
	return {
		records: records.map(({ event, method, version }) => `${event} ${method} ${version}`),
		agrees: [standing?.acceptedN ?? 0, standing?.declinedN ?? 0, standing?.impliedN ?? 0],
		order: [...['acceptedId', 'declinedId', 'recalledId'] as const]
			.sort((one, other) => (standing?.[one] ?? 0) - (standing?.[other] ?? 0)),
		owed: (await acceptance.debts(7)).map(({ version }) => version.id),
		draft: (await publication.draft('forum')).ok, rollouts: versions.map(({ rollout }) => rollout.percent),
		told: toldOnce(sent).length, isIntact: (await verifyLedger()).intact,
		sealed: (await seals.state()).lastSealed === (await seals.state()).lastRecord,
		left: (await ledger.recordsOfErased(7, 10)).map(({ event }) => event),
	};
}

describe('a process killed before any of its writes leaves no half of what was agreed', () => {
	for (const [name, [act, ...before]] of Object.entries(acts)) {
		it(`when ${name}`, async () => whole(await crashes({
			isRepeated: true,
			async world() {
				const ground = await termsInMemory();
				ground.host.members.highestUid = async () => 10;
				for (const one of before) {
					await one(ground.over(ground.host), ground);
				}
				return ground;
			},
			host: ground => ground.host,
			act: (ground, host) => act(ground.over(host), ground),
			async restart(ground, host) {
				ground.time.at += 120_000;
				await runAll(termsJobs(ground.over(host)));
			},
			state,
		})));
	}

	it('when somebody registers', async () => whole(await crashes<TermsInMemory & { marker: unknown }>({
		isRepeated: true,
		async world() {
			const ground = await termsInMemory();
			await ground.publish();
			const data: Record<string, unknown> = {};
			await ground.registration.answer(data, { forumTermsVersions: 'forum-1', forumTermsLanguage: 'en-GB', forumTermsAgree: '1' });
			return { ...ground, marker: data[markerField] };
		},
		host: ground => ground.host,
		act: (ground, host) => ground.over(host).registration.settle(7, ground.marker),
		restart: async () => undefined,
		async state(ground) {
			assert.ok(ground.marker);
			return (await state(ground)).records;
		},
	})));
});
