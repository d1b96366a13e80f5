import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { uidOf } from '../../kernel/host/member';
import type { Log } from '../../kernel/host/ports';
import { done } from '../../kernel/refusals/outcome';
import { route, type Rate, type Route } from '../../kernel/slice/routes';
import { leastSecretLength, mostSecretLength } from '../../platform/exchange/signed-request';
import type { DecisionWebhook } from './webhook';

const path = '/admin/webhook';

const targetBody = v.strictObject({
	url: v.pipe(v.string(), v.maxLength(1000), v.url(), v.startsWith('https://'), v.examples(['https://hooks.example/forum'])),
	secret: v.optional(v.pipe(v.string(), v.minLength(leastSecretLength), v.maxLength(mostSecretLength))),
});
/** Without a number: all that were set aside. */
const asideBody = v.strictObject({
	then: v.picklist(['send', 'skip']), decision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
/** Each sends something to another system. */
const rate: Rate = { most: 20, minutes: 10 };

/** Where decisions go: set, replaced, removed and tried by administrators. The secret is never shown. */
export function webhookRoutes({ webhook, host: { log } }: { webhook: DecisionWebhook; host: { log: Log } }): Route[] {
	const note = (what: string, uid: number) => log.info('records', `The webhook was ${what} by uid ${uid}`);
	return [
		route({
			method: 'get', path, access: 'administrator', body: emptyBody, handle: async () => done(await webhook.state()),
		}),
		route({
			method: 'put', path, access: 'administrator', body: targetBody,
			async handle({ actor, body }) {
				const answer = await webhook.set(body);
				void (answer.ok && note('set', uidOf(actor)));
				return answer;
			},
		}),
		route({
			method: 'delete', path, access: 'administrator', body: emptyBody,
			async handle({ actor }) {
				const answer = await webhook.remove();
				void (answer.ok && note('removed', uidOf(actor)));
				return answer;
			},
		}),
		route({
			method: 'post', path: `${path}/test`, access: 'administrator', body: emptyBody, rate,
			async handle() {
				const answer = await webhook.test();
				if (!answer.ok) {
					return answer;
				}
				const { isTaken: taken, ...why } = answer.value;
				return done('failure' in why ? { taken, reason: why.failure, status: why.status } : { taken });
			},
		}),
		route({
			method: 'post', path: `${path}/retry`, access: 'administrator', body: emptyBody, rate,
			handle: () => webhook.tryAgain(),
		}),
		route({
			method: 'post', path: `${path}/aside`, access: 'administrator', body: asideBody, rate,
			async handle({ actor, body: { then, decision } }) {
				const answer = await webhook.settleAside(then, decision);
				void (answer.ok && then === 'skip' && note(`told to skip ${decision ?? 'all it refused'}`, uidOf(actor)));
				return answer;
			},
		}),
	];
}
