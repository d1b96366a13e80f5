import { openForum, unique, type Forum } from './forum';

const first = [
	{ key: 'done', kind: 'confirm', always: true, prompt: { 'en-GB': 'I read the manual' } },
	{ key: 'version', kind: 'version', behind: 'block', prompt: { 'en-GB': 'Version and update' } },
];
const trunk = { key: 'trunk', kind: 'trunk', prompt: { 'en-GB': 'Trunk and country' } };

/** Answers to everything that the lighter profile asks, and to everything that the stricter one does. */
export const complete = { done: true, version: 'V20 Update 9' };
export const whole = { ...complete, trunk: { provider: 'Acme Tel', country: 'CY' } };

/** What is known of the phone system, emptied list by list: one that is not sent would stay. */
export const nothingKnown = { releases: [], trunks: [], phones: [], platforms: [], guideHosts: [], vagueWords: [] };

export interface Given { version?: number; answers: Record<string, unknown> }
export const field = (given?: Given) => (given ? { forumTerms: { checklist: given } } : {});

/** Categories that ask: one, one with the queue, a stricter one, one that asks nothing; and a topic in the first. */
export interface ChecklistGround {
	forum: Forum;
	cid: number;
	queueCid: number;
	trunkCid: number;
	free: number;
	tid: number;
	/** Versions of the profile: the first asks less than the second. */
	versions: [number, number];
	/** A call of the plugin's API as its administrator. */
	admin(method: string, path: string, body?: object): ReturnType<Forum['admin']['terms']['call']>;
	/** The latest version of the phone system, out for ever and without grace. */
	latest(version: string): Promise<void>;
	/** Asks more of the profile of the first category, or again what it asked. */
	askMore(isRequired: boolean): Promise<void>;
	/** A further category that asks a profile of its own. */
	further(profile: object): Promise<number>;
	/** Open items of a topic. */
	owed(tid: number): Promise<string[]>;
	close(): Promise<void>;
}

export async function makeChecklistGround(): Promise<ChecklistGround> {
	const forum = await openForum();
	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, path, body);
	const [cid, queueCid, trunkCid, free] = [
		await forum.admin.category({ postQueue: 0 }), await forum.admin.category({ postQueue: 1 }),
		await forum.admin.category({ postQueue: 0 }), await forum.admin.category({ postQueue: 0 }),
	];
	await forum.admin.setConfig('postQueue', 1);
	const save = async (id: string, profile: object) =>
		Number((await admin('PUT', `/admin/checklists/${id}`, profile)).response.version);
	const latest = async (version: string) => {
		await admin('PUT', '/admin/checklist-knowledge', { releases: [{ version, since: 0 }], graceDays: 0 });
	};
	const optional = { items: [...first, { ...trunk, required: false }] };
	const versions: [number, number] = [await save('doors', { items: first }), await save('doors', optional)];
	await save('doors-trunk', { items: [...first, trunk] });
	await latest('V20 Update 9');
	const topics: Record<number, string> = { [cid]: 'doors', [queueCid]: 'doors', [trunkCid]: 'doors-trunk' };
	const place = () => admin('PUT', '/admin/checklist-places', { topics, replies: { [cid]: 'doors' } });
	await place();
	return {
		forum, cid, queueCid, trunkCid, free, versions, admin, latest,
		tid: Number((await forum.admin.topic({ cid })).response.tid),
		async askMore(isRequired) {
			await save('doors', isRequired ? { items: [...first, trunk] } : optional);
		},
		async further(profile) {
			const made = await forum.admin.category({ postQueue: 0 });
			topics[made] = `doors-${unique()}`;
			await save(topics[made], { items: first, ...profile });
			await place();
			return made;
		},
		async owed(tid) {
			const json = (await forum.admin.get(`/api/topic/${tid}`)).json.forumTermsChecklist;
			return typeof json === 'string' && json !== '' ? (JSON.parse(json) as { owed: string[] }).owed : [];
		},
		async close() {
			await admin('PUT', '/admin/checklist-places', { topics: {} });
			await admin('PUT', '/admin/checklist-knowledge', nothingKnown);
			await forum.admin.setConfig('postQueue', 0);
			await forum.close();
		},
	};
}

/** What follows an act is done by an action hook, which NodeBB does not wait for. */
export async function until(check: () => Promise<boolean>): Promise<void> {
	for (let i = 0; i < 40 && !await check(); i += 1) {
		await new Promise(resolve => setTimeout(resolve, 50));
	}
}
