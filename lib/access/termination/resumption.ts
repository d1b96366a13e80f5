import type { Lease } from '../../kernel/host/lease';
import type { DecisionOutcome, DecisionRecord, Resumption } from '../../kernel/offers/decision-book';
import { isOpen, type Restriction } from '../restriction/restriction';
import { isOursToTell } from '../restriction/rules';
import type { RestrictionStore } from '../restriction/store';
import type { RestrictionLifecycle } from './restriction-lifecycle';

interface Parts {
	store: Pick<RestrictionStore, 'listed'>;
	lifecycle: Pick<RestrictionLifecycle, 'begin' | 'end' | 'settle' | 'hold' | 'tellChange'>;
	/** Tells the member of an answer to their appeal that lifted nothing. */
	tellAnswered(restriction: Restriction): Promise<unknown>;
}

/** A restriction names the decisions that were carried out on it, so a decision that it does not name never began. */
export function accessResumption({ store, lifecycle, tellAnswered }: Parts): Resumption {
	async function finishChange(restriction: Restriction, reason: string): Promise<void> {
		// Staff always say why. What the forum's own pages changed holds there already, in their words.
		const isByHost = reason === '';
		await (isByHost ? undefined : lifecycle.hold(restriction));
		const settled = await lifecycle.settle(restriction);
		await (!isByHost || isOursToTell(settled) ? lifecycle.tellChange(settled, reason) : undefined);
	}
	async function finish({ id, act, matter, facts }: DecisionRecord, lease: Lease): Promise<DecisionOutcome> {
		const [, number = '0'] = /^restriction:(\d+)$/.exec(matter) ?? [];
		const found = await store.listed(Number(number));
		if (!found?.decisions.includes(id)) {
			return { kind: 'failed', code: 'interrupted' };
		}
		if (found.ended && (found.state === 'ending' || (act === 'grant' && isOpen(found)))) {
			await lifecycle.end(found, found.ended, lease);
		} else if (found.state === 'starting') {
			await lifecycle.begin(found, found.by, lease, found.origin !== 'decided');
		} else if (act === 'change') {
			await finishChange(found, facts);
		} else if (act === 'decline' || (act === 'grant' && found.ended?.why !== 'appeal')) {
			await tellAnswered(found);
		}
		return { kind: 'done' };
	}
	return {
		acts: ['restrict', 'change', 'lift', 'grant', 'decline'],
		lease: ({ subject }) => (subject.id === '' ? null : `member:${subject.id}`),
		finish,
	};
}
