import type { Lease } from '../../kernel/host/lease';
import type { EndedDecision } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import type { OutsidePosts, PostResult } from '../../platform/exchange/outside-post';
import { httpsUrl } from '../../platform/exchange/public-address';
import type { KeptSecret } from '../../platform/kept-secret';
import type { DecisionStore } from '../decisions/store';
import { factsOf } from './facts';
import { afterDelivery, afterFailure, afterSettingAside, isDue, isSetAside, isStopped } from './rules';
import type { WebhookStore } from './store';

interface Parts {
	host: Pick<Host, 'clock' | 'log' | 'messenger'>;
	store: WebhookStore;
	secret: Pick<KeptSecret, 'value'>;
	posts: Pick<OutsidePosts, 'send'>;
	decisions: Pick<DecisionStore, 'read'>;
}

/** Sends a body to the target. */
type Send = (body: object) => Promise<PostResult>;

/** Delivers what is due, in the order of the numbers. */
export interface Delivery {
	/** Null without a target. */
	sender(): Promise<Send | null>;
	/**
	 * Under the lease of the webhook, for a few seconds and up to the first failure; what the other system keeps
	 * refusing holds up nothing. Answers how many it delivered.
	 */
	run(lease: Lease): Promise<number>;
}

const batch = 50;
/** With a last attempt after it, shorter than anybody waits for a lease. */
const runMs = 5000;

export function decisionDelivery({ host, store, secret, posts, decisions }: Parts): Delivery {
	const { clock, log, messenger } = host;
	async function sender(): Promise<Send | null> {
		const [url, shared] = [httpsUrl(await store.url()), await secret.value()];
		return url && shared !== '' ? body => posts.send(url, shared, body) : null;
	}
	/** Before it is stored: after a crash in between it is said again, and is the same notification. */
	async function tell(kind: 'webhook-stopped' | 'webhook-aside', about: number, id: number, { check }: Lease) {
		const { hostname = '' } = httpsUrl(await store.url()) ?? {};
		await messenger.toAdministrators({ kind, about, facts: [hostname, String(id)] });
		check();
	}
	/** The progress first: after a crash in between the decision is sent again, and nothing is lost. */
	async function delivered(
		decision: EndedDecision, send: Send, lease: Lease,
	): Promise<'taken' | 'set-aside' | 'failed'> {
		const [{ id }, { check }] = [decision, lease];
		check();
		const result = await send({ event: 'decision', ...factsOf(decision) });
		check();
		if (result.isTaken) {
			await store.setProgress(afterDelivery(id, clock.now()));
			await store.removeDue(id);
			await store.dropAside(id);
			return 'taken';
		}
		log.info('records', `The webhook did not take decision ${id}: ${result.failure} ${result.status || ''}`);
		const progress = afterFailure(await store.progress(), id, result, clock.now());
		if (isSetAside(progress)) {
			await (await store.asideCount() === 0 ? tell('webhook-aside', id, id, lease) : undefined);
			await store.setAside(id, result.status);
			await store.setProgress(afterSettingAside(progress));
			return 'set-aside';
		}
		await (isStopped(progress) ? tell('webhook-stopped', progress.failingSince, id, lease) : undefined);
		await store.setProgress(progress);
		return 'failed';
	}
	/** Whether there is anything to say; otherwise it leaves the list, unless it is still under way. */
	async function isTold(id: number, decision: EndedDecision | null): Promise<boolean> {
		const isOpen = decision?.outcome === null;
		const isDone = decision?.outcome?.kind === 'done';
		await (isOpen || isDone ? undefined : store.removeDue(id));
		return isDone;
	}

	return {
		sender,
		async run(lease) {
			const [send, until] = [await sender(), clock.now() + runMs];
			if (!send || !isDue(await store.progress(), clock.now())) {
				return 0;
			}
			let count = 0;
			for await (const ids of store.due(batch)) {
				const found = await decisions.read(ids);
				for (const [index, id] of ids.entries()) {
					const decision = found[index] ?? null;
					if (await isTold(id, decision) && decision) {
						const outcome = clock.now() < until ? await delivered(decision, send, lease) : 'failed';
						if (outcome === 'failed') {
							return count;
						}
						count += Number(outcome === 'taken');
					}
				}
			}
			return count;
		},
	};
}
