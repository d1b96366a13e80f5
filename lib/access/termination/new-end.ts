import type { Host } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import { isOpen, type Restriction } from '../restriction/restriction';
import { isInReach } from '../restriction/rules';
import type { RestrictionStore } from '../restriction/store';
import type { FactFinder } from './facts';
import type { RecordedActs } from './recorded-acts';
import type { RestrictionLifecycle } from './restriction-lifecycle';

interface Parts {
	store: Pick<RestrictionStore, 'read' | 'change'>;
	facts: Pick<FactFinder, 'rights' | 'ownRefusal'>;
	lifecycle: Pick<RestrictionLifecycle, 'forget' | 'settle' | 'hold' | 'tellChange'>;
	recorded: RecordedActs;
	host: Pick<Host, 'clock' | 'leases'>;
}

/** Extending and shortening a restriction (clause 6); `until` 0: permanently. Safe to repeat. */
export interface NewEnds {
	set(id: number, by: number, until: number, reason: string): Promise<Outcome<Restriction>>;
}

export function newEnds({ store, facts, lifecycle, recorded, host }: Parts): NewEnds {
	const { clock, leases } = host;

	async function decided(
		fresh: Restriction, by: number, until: number, reason: string,
	): Promise<Outcome<Restriction>> {
		const now = clock.now();
		if (!isOpen(fresh)) {
			return refused(refuse('restriction-over', [fresh.id], { field: 'id' }));
		}
		if (until > 0 && until <= Math.max(fresh.from, now)) {
			return refused(refuse('restriction-times', [], { field: 'until' }));
		}
		return until === fresh.until ? done(fresh) :
			recorded.during({ ...fresh, until }, { act: 'change', by, facts: reason }, async ({ id: decision }) => {
				const changed = await store.change(fresh, { until, decisions: [...fresh.decisions, decision] },
					{ at: now, by, kind: 'end-changed', words: reason });
				await lifecycle.hold(changed);
				return done(await lifecycle.tellChange(await lifecycle.settle(changed), reason));
			});
	}

	return {
		async set(id, by, until, reason) {
			const [[found], rights] = await Promise.all([store.read([id]), facts.rights(by)]);
			if (!found || !isInReach(found, rights)) {
				return refused(refuse('restriction-unknown', [id], { field: 'id' }));
			}
			const own = await facts.ownRefusal(found.uid, by);
			return own ? refused(own) :
				leases.withLease<Outcome<Restriction>>(`member:${found.uid}`, async () => {
					const [fresh = found] = await store.read([id]);
					return decided(fresh, by, until, reason);
				}, () => refused(refuse('restriction-busy')));
		},
	};
}
