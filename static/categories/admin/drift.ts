import * as api from 'api';
import { diffOf } from 'forum-terms/categories/admin/diff';
import { word, type BlueprintDesk, type Drift, type Plan } from 'forum-terms/categories/admin/model';
import { localMoment } from 'forum-terms/kit/local-time';
import { request } from 'forum-terms/kit/request';

interface Ways {
	/** Applies the previewed plan. */
	apply(plan: Plan): Promise<void>;
	/** Shows a plan that differs from the previewed one. */
	show(plan: Plan): Promise<void>;
}

/** The differences from the blueprint, and a button to restore it. */
export function initDrift({ at, attempt }: BlueprintDesk, ways: Ways): { load(): Promise<void> } {
	const right = at<HTMLButtonElement>('[data-action="put-right"]');
	let drift: Drift | null = null;

	right.addEventListener('click', () => attempt(async () => {
		right.disabled = true;
		try {
			const plan = await request<Plan>('POST', '/admin/categories/plan', { applied: true });
			const isSame = JSON.stringify(plan.steps) === JSON.stringify(drift?.steps);
			await (isSame ? ways.apply(plan) : ways.show(plan));
		} finally {
			right.disabled = false;
		}
	}));
	return {
		async load() {
			drift = await api.get<Drift>('/plugins/forum-terms/admin/categories/drift');
			const { isApplied, appliedAt, steps } = drift;
			at('[data-role="blueprint-drift"]').classList.toggle('d-none', steps.length === 0);
			at('[data-role="blueprint-agrees"]').classList.toggle('d-none', !isApplied || steps.length > 0);
			at('[data-role="blueprint-agrees-text"]').textContent = isApplied ? await word('agrees', localMoment(appliedAt)) : '';
			at('[data-role="blueprint-drift-heading"]').textContent = await word('drift', steps.length);
			at('[data-role="blueprint-drift-steps"]').replaceChildren(...await diffOf({ ...drift, leaves: [] }));
		},
	};
}
