import * as v from 'valibot';
import { emptyBody } from '../kernel/slice/body';
import { done, refused, type Outcome } from '../kernel/refusals/outcome';
import type { Clock } from '../kernel/host/ports';
import { refuse } from '../kernel/refusals/refusal';
import { route, type Route, type RouteCall } from '../kernel/slice/routes';
import { cursorField, positionIn } from '../platform/cursor';
import { isSigned, signatureHeaders } from '../platform/exchange/signed-request';
import type { KeptSecret } from '../platform/kept-secret';
import type { Licences } from './claims/licences';
import type { LicenceStore } from './claims/store';

const windowMs = 300_000;
const pageSize = 200;

const verdictBody = v.strictObject({
	digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	verdict: v.picklist(['verified', 'refused']),
	validUntil: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)), 0),
	reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
});

interface Parts {
	store: Pick<LicenceStore, 'useNonce' | 'inState'>;
	licences: Pick<Licences, 'applyVendorVerdict'>;
	secret: Pick<KeptSecret, 'value'>;
	host: { clock: Clock };
}

/**
 * The vendor's system verifies claims without receiving keys: it reads the fingerprints of open claims and answers for
 * those it knows. The forum sends nothing by itself. Requests are signed with a shared secret; each is valid for five
 * minutes and once. Unsigned requests learn nothing, not even whether a secret is set.
 */
export function licenceWebhook({ store, licences, secret, host }: Parts): Route[] {
	async function admit(call: Omit<RouteCall<unknown>, 'body'>): Promise<Outcome<null>> {
		const { timestamp: time, nonce: once, signature } = signatureHeaders;
		const [timestamp, nonce] = [call.header(time), call.header(once)];
		const { method, address, rawBody: body } = call;
		const isReadable = /^\d{10}$/.test(timestamp) && /^[A-Za-z0-9-]{16,64}$/.test(nonce);
		const shared = await secret.value();
		if (!isSigned(shared, { timestamp, nonce, method, address, body }, call.header(signature)) || !isReadable) {
			return refused(refuse('webhook-unsigned', [signature]));
		}
		if (Math.abs(host.clock.now() - (Number(timestamp) * 1000)) > windowMs) {
			return refused(refuse('webhook-late', [time]));
		}
		// Only after the signature check, so that nobody else can use up or store nonces.
		return await store.useNonce(nonce, Number(timestamp)) ? done(null) : refused(refuse('webhook-replayed', [once]));
	}

	return [
		route({
			method: 'get', path: '/licences/claims', access: 'anyone', body: emptyBody, query: { after: cursorField }, admit,
			async handle(call) {
				const from = positionIn(call.query, 'after');
				if (!from.ok) {
					return from;
				}
				// `after` is the last claim number the vendor has seen.
				const { rows, next } = await store.inState('claimed', pageSize, from.value && { score: from.value.score + 1 });
				return done({
					claims: rows.filter(({ digest }) => digest !== '')
						.map(({ id, digest, claimedAt }) => ({ id, digest, claimedAt })),
					next: next ? next.score - 1 : 0,
				});
			},
		}),
		route({
			method: 'post', path: '/licences/webhook', access: 'anyone', body: verdictBody, admit,
			rate: 'unlimited',
			handle: async ({ body: { digest, verdict, validUntil, reason } }) =>
				licences.applyVendorVerdict(digest, { isVerified: verdict === 'verified', reason, validUntil }),
		}),
	];
}
