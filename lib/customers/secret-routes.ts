import * as v from 'valibot';
import { emptyBody } from '../kernel/slice/body';
import { uidOf } from '../kernel/host/member';
import { done } from '../kernel/refusals/outcome';
import type { Log } from '../kernel/host/ports';
import { route, type Route } from '../kernel/slice/routes';
import { leastSecretLength, mostSecretLength } from '../platform/exchange/signed-request';
import type { KeptSecret } from '../platform/kept-secret';

const path = '/admin/licences/secret';

const secretBody = v.strictObject({
	secret: v.pipe(v.string(), v.minLength(leastSecretLength), v.maxLength(mostSecretLength)),
});

/** The secret shared with the vendor's system: set, replaced and removed here, never shown. */
export function licenceSecretRoutes({ secret, host: { log } }: { secret: KeptSecret; host: { log: Log } }): Route[] {
	const note = (what: string, uid: number) => log.info('customers', `The secret of the vendor's system was ${what} by uid ${uid}`);
	return [
		route({
			method: 'get', path, access: 'administrator', body: emptyBody, handle: async () => done(await secret.state()),
		}),
		route({
			method: 'put', path, access: 'administrator', body: secretBody,
			async handle({ actor, body }) {
				const state = await secret.set(body.secret);
				note('set', uidOf(actor));
				return done(state);
			},
		}),
		route({
			method: 'delete', path, access: 'administrator', body: emptyBody,
			async handle({ actor }) {
				const state = await secret.remove();
				note('removed', uidOf(actor));
				return done(state);
			},
		}),
	];
}
