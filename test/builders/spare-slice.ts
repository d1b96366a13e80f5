import { emptyBody } from '../../lib/kernel/slice/body';
import { done } from '../../lib/kernel/refusals/outcome';
import { route } from '../../lib/kernel/slice/routes';
import { hook, type Slice } from '../../lib/kernel/slice/slice';

interface Queued { shouldQueue: boolean; uid: unknown }

/** One more slice, with something of everything that a slice can add; `kept` is what it holds of members. */
export function spareSlice() {
	const kept = new Map([[7, 'a note'], [8, 'another']]);
	const seen: string[] = [];
	const failing = async () => Promise.reject(new Error('no database'));
	const slice: Slice = {
		name: 'spare', clause: '4.9',
		settings: {
			spareDays: { kind: 'integer', default: 3, min: 0, max: 9, client: true },
			spareSecret: { kind: 'boolean', default: false },
		},
		hooks: {
			noted: hook<{ uid: unknown; note?: string }>('open', 'a note is no loss', async (payload) => {
				payload.note = 'seen';
			}),
			open: hook<{ uid: unknown }>('open', 'a spec', failing),
			closed: hook<{ data: { uid: unknown } }>('closed', 'a spec', failing),
			held: hook<Queued>('hold', 'a spec', failing),
		},
		routes: [
			route({
				method: 'get', path: '/spare/:id', access: 'anyone', body: emptyBody, handle: async () => done('one'),
			}),
			route({
				method: 'get', path: '/spare/all', access: 'anyone', body: emptyBody, handle: async () => done('all'),
			}),
			route({ method: 'put', path: '/spare/:id', access: 'member', body: emptyBody, handle: async () => done('put') }),
		],
		clientConfig: uid => ({ spareNote: kept.get(uid) }),
		guards: [{ write: 'api.spare', examine: failing }],
		jobs: [{ name: 'spare', cron: '* * * * *', run: async () => (kept.size > 0 ? `${kept.size} notes` : null) }],
		adminTabs: [{ id: 'spare', title: 'spare:tab', data: async ({ query }) => ({ spareNotes: kept.size, asked: query.x }) }],
		prepare: async () => void seen.push('prepared'),
		forget: async uid => void kept.delete(uid),
		ownData: async (uid, language, { kind }) => ({ spare: { note: kept.get(uid), language, kind } }),
	};
	return { slice, kept, seen };
}
