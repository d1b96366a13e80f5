import * as v from 'valibot';
import { emptyBody } from '../kernel/body';
import { done, refused, type Outcome } from '../kernel/outcome';
import { refuse } from '../kernel/refusal';
import { route, type Route, type RouteCall } from '../kernel/routes';
import type { CustomerParts } from './customer-slice';
import { isSigned, leastSecretLength, signatureHeaders } from './licence-seal';

export const webhookPath = '/licences/webhook';

const windowMs = 300_000;
const pageSize = 200;

const verdictBody = v.strictObject({
	digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	verdict: v.picklist(['verified', 'refused']),
	validUntil: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)), 0),
	reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
});

/**
 * The vendor's system verifies without anybody showing it a key: it asks for the digests of open claims and answers
 * those it knows. Nothing goes out by itself. Requests are signed with a secret from the settings that both sides know;
 * each is good for five minutes and once.
 */
export function licenceWebhook({ store, licences, settings, host }: CustomerParts): Route[] {
	async function signed(call: RouteCall<unknown>): Promise<Outcome<null>> {
		const { licenceWebhookSecret: secret } = await settings();
		if (secret.length < leastSecretLength) {
			return refused(refuse('webhook-off'));
		}
		const timestamp = call.header(signatureHeaders.timestamp);
		const nonce = call.header(signatureHeaders.nonce);
		const signature = call.header(signatureHeaders.signature);
		const now = host.clock.now();
		const isReadable = /^\d{10}$/.test(timestamp) && /^[A-Za-z0-9-]{16,64}$/.test(nonce);
		if (!isReadable || !isSigned(secret, { timestamp, nonce, body: call.rawBody }, signature)) {
			return refused(refuse('webhook-unsigned', [signatureHeaders.signature]));
		}
		if (Math.abs(now - (Number(timestamp) * 1000)) > windowMs) {
			return refused(refuse('webhook-late', [signatureHeaders.timestamp]));
		}
		// Only after the signature: nobody else can use a nonce up, or fill the store with them.
		return await store.useNonce(nonce, now) ? done(null) : refused(refuse('webhook-replayed', [signatureHeaders.nonce]));
	}

	return [
		route({
			method: 'get', path: '/licences/claims', access: 'anyone', body: emptyBody,
			async handle(call) {
				const allowed = await signed(call);
				if (!allowed.ok) {
					return allowed;
				}
				const after = Number(call.query.after) || 0;
				const found = await store.inState('claimed', after, pageSize);
				return done({
					claims: found.filter(({ digest }) => digest !== '')
						.map(({ id, digest, claimedAt }) => ({ id, digest, claimedAt })),
					next: found.length === pageSize ? found.at(-1)?.id ?? 0 : 0,
				});
			},
		}),
		route({
			method: 'post', path: webhookPath, access: 'anyone', body: verdictBody, rate: 'unlimited',
			async handle(call) {
				const allowed = await signed(call);
				const { digest, verdict, validUntil, reason } = call.body;
				return allowed.ok ? licences.hear(digest, { isVerified: verdict === 'verified', reason, validUntil }) : allowed;
			},
		}),
	];
}
