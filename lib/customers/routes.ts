import * as v from 'valibot';
import { emptyBody } from '../kernel/slice/body';
import { uidOf } from '../kernel/host/member';
import type { LicenceLookup } from '../kernel/offers/licence-history';
import { done, refused } from '../kernel/refusals/outcome';
import type { Host } from '../kernel/host/ports';
import { refuse } from '../kernel/refusals/refusal';
import { route, type Route } from '../kernel/slice/routes';
import { cursorField, cursorOf, positionIn } from '../platform/cursor';
import { licenceStates } from './claims/licence';
import type { Licences } from './claims/licences';
import type { LicenceStore } from './claims/store';
import { ownView, staffViews } from './claims/view';

const pageSize = 20;

const keyBody = v.strictObject({ key: v.pipe(v.string(), v.maxLength(100)) });
const decisionBody = v.strictObject({
	verified: v.boolean(),
	reason: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(1000)),
	validUntil: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)), 0),
});
const idIn = (text: string | undefined) => (/^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : 0);

interface Parts {
	store: LicenceStore;
	licences: Pick<Licences, 'claim' | 'withdraw' | 'decide'>;
	/** A member's own claims. */
	own: LicenceLookup;
	host: Pick<Host, 'clock' | 'members'>;
}

/** Members claim licence keys registered to them; staff verify them (definition of Customer). */
export function licenceRoutes({ store, licences, own, host }: Parts): Route[] {
	const { clock, members } = host;
	return [
		route({
			method: 'get', path: '/me/licences', access: 'member', body: emptyBody,
			handle: async ({ actor }) => done({ licences: await own(uidOf(actor)) }),
		}),
		route({
			method: 'post', path: '/me/licences', access: 'member', body: keyBody,
			async handle({ actor, body }) {
				const claimed = await licences.claim(uidOf(actor), body.key);
				return claimed.ok ? done(ownView(claimed.value, clock.now())) : claimed;
			},
		}),
		route({
			method: 'delete', path: '/me/licences/:id', access: 'member', body: emptyBody,
			async handle({ actor, params }) {
				const withdrawn = await licences.withdraw(uidOf(actor), idIn(params.id));
				return withdrawn.ok ? done(ownView(withdrawn.value, clock.now())) : withdrawn;
			},
		}),
		route({
			method: 'get', path: '/admin/licences', access: 'administrator', body: emptyBody,
			query: { state: v.optional(v.picklist(licenceStates)), after: cursorField },
			async handle({ query }) {
				const state = licenceStates.find(known => known === (query.state ?? 'claimed'));
				if (!state) {
					return refused(refuse('body-invalid', ['state', licenceStates.join(' / ')],
						{ field: 'state', clause: 'definitions' }));
				}
				const from = positionIn(query, 'after');
				if (!from.ok) {
					return from;
				}
				const [doubles, { rows, next }, total] = await Promise.all([
					state === 'claimed' ? store.doubles() : [], store.inState(state, pageSize, from.value), store.count(state),
				]);
				// Keys claimed twice are shown at the top of the first page only.
				const others = rows.filter(({ id }) => !doubles.some(double => double.id === id));
				const shown = [...(from.value?.score ?? 0) > 0 ? [] : doubles, ...others];
				return done({
					licences: await staffViews(shown, { store, members, now: clock.now() }), total,
					next: cursorOf(next) ?? 0,
				});
			},
		}),
		route({
			method: 'post', path: '/admin/licences/:id/decision', access: 'administrator', body: decisionBody,
			async handle({ actor, params, body }) {
				const { verified: isVerified, reason, validUntil } = body;
				const verdict = { isVerified, reason, validUntil };
				const decided = await licences.decide(idIn(params.id), verdict, uidOf(actor));
				if (!decided.ok) {
					return decided;
				}
				const [view] = await staffViews([decided.value], { store, members, now: clock.now() });
				return done(view);
			},
		}),
	];
}
