import { misshapen } from '../../kernel/slice/body';
import type { Lease, LeaseName } from '../../kernel/host/lease';
import type { Host } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import { outsidePosts, type PostFailure, type PostResult } from '../../platform/exchange/outside-post';
import { httpsUrl } from '../../platform/exchange/public-address';
import { keptSecret, type SecretState } from '../../platform/kept-secret';
import type { DecisionListener } from '../decisions/book';
import type { DecisionStore } from '../decisions/store';
import { decisionDelivery } from './delivery';
import { factsOf } from './facts';
import { isStopped, resumed } from './rules';
import { webhookStore, type Refused } from './store';

/** What the ACP shows; times in milliseconds since 1970. */
export interface WebhookState {
	/** Empty: nothing is delivered. */
	url: string;
	secret: SecretState;
	/** The decision delivered last. */
	delivered: { id: number; at: number } | null;
	waiting: number;
	/** `status` of the last response, 0 for none; `nextAt` 0: nothing is tried until somebody asks for it. */
	failing: {
		since: number; reason: PostFailure; status: number; attempts: number; nextAt: number; decision: number;
	} | null;
	/** Decisions that the other system kept refusing: how many, and the first of them. */
	aside: { count: number; decisions: Refused[] };
}

/** Tells another system of every decision, without content; at least once, in the order of the numbers. */
export interface DecisionWebhook {
	state(): Promise<WebhookState>;
	/** Without a secret the present one is kept. Sends immediately what was waiting. */
	set(target: { url: string; secret?: string | undefined }): Promise<Outcome<WebhookState>>;
	/** Ends it, and forgets the secret and what was waiting. */
	remove(): Promise<Outcome<WebhookState>>;
	/** A request that is not a decision and changes nothing here. */
	test(): Promise<Outcome<PostResult>>;
	/** Delivers now, whatever pause there is. */
	tryAgain(): Promise<Outcome<WebhookState>>;
	/** Sends a decision that was set aside again, or gives it up; without a number all of them. */
	settleAside(then: 'send' | 'skip', decision?: number): Promise<Outcome<WebhookState>>;
	/** Every minute. Answers how many were delivered. */
	deliver(): Promise<number>;
	listener: DecisionListener;
}

const lease: LeaseName = 'round:decision-webhook';
/** A job of every minute is over before the next. */
const jobMs = 40_000;
const [mostShown, batch] = [20, 500];

export function decisionWebhook(
	{ host, decisions }: { host: Host; decisions: Pick<DecisionStore, 'read'> },
): DecisionWebhook {
	const { database, clock, leases, log } = host;
	const store = webhookStore(host);
	const secret = keptSecret(database, clock, 'decision-webhook');
	const posts = outsidePosts(host);
	const delivery = decisionDelivery({ host, store, secret, posts, decisions });

	async function state(): Promise<WebhookState> {
		const [url, kept, progress, waiting, count, decisions] = await Promise.all([
			store.url(), secret.state(), store.progress(), store.waiting(), store.asideCount(), store.aside(mostShown),
		]);
		const { deliveredId: id, deliveredAt: at, status, attempts, nextAt } = progress;
		const { failingSince: since, failure: reason } = progress;
		return {
			// A process that does not know yet that it is off may still list what is never sent.
			url, secret: kept, waiting: url === '' ? 0 : waiting, delivered: id > 0 ? { id, at } : null,
			failing: since > 0 && reason !== '' ? {
				since, reason, status, attempts, nextAt: isStopped(progress) ? 0 : nextAt, decision: progress.failedId,
			} : null,
			aside: url === '' ? { count: 0, decisions: [] } : { count, decisions },
		};
	}
	const resume = async () => store.setProgress(resumed(await store.progress(), await store.waiting() > 0));
	/** Due first: after a crash in between it is in both lists, and delivery clears the other. */
	const asideNow = async (decision?: number) => (decision === undefined ?
		(await store.aside(batch)).map(({ id }) => id) : await store.isAside(decision) ? [decision] : []);
	const alone = (work: (held: Lease) => Promise<unknown>) =>
		leases.withLease<Outcome<WebhookState>>(lease, async (held) => {
			await work(held);
			return done(await state());
		}, () => refused(refuse('webhook-busy')));

	return {
		state,
		async set({ url: text, secret: next }) {
			const url = httpsUrl(text);
			if (!url) {
				return refused(misshapen('url', { kind: 'https' }));
			}
			if (next === undefined && !(await secret.state()).isSet) {
				return refused(refuse('webhook-secret', [], { field: 'secret' }));
			}
			const wrong = await posts.refusalOf(url);
			if (wrong) {
				return refused(refuse(`webhook-${wrong}`, [url.hostname], { field: 'url' }));
			}
			return alone(async () => {
				await (next === undefined ? undefined : secret.set(next));
				await (await store.url() === '' ? store.clearDue() : resume());
				await store.setUrl(url.href);
			});
		},
		remove: () => alone(async () => {
			await store.clear();
			await secret.remove();
		}),
		async test() {
			const send = await delivery.sender();
			return send ? done(await send({ event: 'test', at: clock.now() })) : refused(refuse('webhook-off'));
		},
		tryAgain: async () => (await store.url() === '' ? refused(refuse('webhook-off')) : alone(async (held) => {
			await resume();
			await delivery.run(held);
		})),
		async settleAside(then, decision) {
			if (await store.url() === '') {
				return refused(refuse('webhook-off'));
			}
			let isKnown = decision === undefined;
			const settled = await alone(async (held) => {
				for (let found = await asideNow(decision); found.length > 0; found = await asideNow(decision)) {
					isKnown = true;
					await (then === 'send' ? store.addDue(found) : undefined);
					for (const id of found) {
						await store.dropAside(id);
					}
				}
				if (isKnown && then === 'send') {
					await resume();
					await delivery.run(held);
				}
			});
			return isKnown || !settled.ok ? settled : refused(refuse('record-unknown', [decision ?? 0], { field: 'decision' }));
		},
		async deliver() {
			const until = clock.now() + jobMs;
			let total = 0;
			// Off, as on most forums, it takes no lease.
			for (let count = await store.url() === '' ? 0 : 1; count > 0 && clock.now() < until; total += count) {
				count = await leases.withLease(lease, held => delivery.run(held), () => 0);
			}
			return total;
		},
		listener: {
			// Unknown whether it is on: what waits in vain is forgotten when it is turned on or off.
			queue: () => store.queue().catch((error: unknown) => {
				log.error('records', 'webhook', error);
				return store.dueKey;
			}),
			done: decision => host.announce('action:forum-terms.decision', { ...factsOf(decision) }),
		},
	};
}
