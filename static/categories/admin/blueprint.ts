import { initCandidates } from 'forum-terms/categories/admin/candidates';
import { diffOf } from 'forum-terms/categories/admin/diff';
import { initDrift } from 'forum-terms/categories/admin/drift';
import { word, type BlueprintDesk, type Plan } from 'forum-terms/categories/admin/model';
import { initRuns } from 'forum-terms/categories/admin/run';
import { initSource } from 'forum-terms/categories/admin/source';
import { deskSection, whenOpened } from 'forum-terms/kit/desk-section';
import { Refused, request } from 'forum-terms/kit/request';

/** The plan that an administrator previewed, and the button to apply it. */
function initPlan(desk: BlueprintDesk) {
	const { at, attempt, refresh } = desk;
	const result = at('[data-role="blueprint-plan"]');
	const summary = at('[data-role="blueprint-summary"]');
	const apply = at<HTMLButtonElement>('[data-action="apply-blueprint"]');
	const movedOn = at('[data-role="blueprint-moved-on"]');
	const outcome = at('[data-role="blueprint-outcome"]');
	const runs = initRuns(desk);
	let source: object = {};
	let plan: Plan | null = null;
	const candidates = initCandidates(at('[data-role="blueprint-candidates"]'), at('[data-role="blueprint-candidate-list"]'),
		() => attempt(async () => {
			apply.disabled = true;
			await show(await request<Plan>('POST', '/admin/categories/plan', { ...source, adopt: candidates.adopted() }));
		}));

	async function show(shown: Plan): Promise<void> {
		plan = shown;
		const isDone = shown.steps.length === 0 && shown.isHeld;
		summary.textContent = isDone ? await word('nothing-to-do') : shown.steps.length === 0 ? await word('only-said') :
			await word('summary', shown.steps.length, new Set(shown.steps.map(({ key }) => key)).size);
		at('[data-role="blueprint-diff"]').replaceChildren(...await diffOf(shown));
		at('[data-role="blueprint-save"]').classList.toggle('d-none', isDone);
		apply.disabled = false;
		movedOn.classList.add('d-none');
		outcome.classList.add('d-none');
		result.classList.remove('d-none');
	}
	async function begin(from: object): Promise<void> {
		result.classList.add('d-none');
		const made = await request<Plan>('POST', '/admin/categories/plan', from);
		source = from;
		await candidates.ask(made.candidates);
		await show(made);
		summary.focus();
	}
	async function applyPlan({ plan: id }: Plan): Promise<void> {
		apply.disabled = true;
		try {
			const run = await runs.applyPlan(id);
			result.classList.add('d-none');
			outcome.textContent = run.state === 'done' ? await word('finished', run.done, run.total) :
				await word('stopped', run.done, run.total, run.problem);
			outcome.classList.toggle('alert-success', run.state === 'done');
			outcome.classList.toggle('alert-warning', run.state !== 'done');
			outcome.classList.remove('d-none');
			await refresh();
			outcome.focus();
		} catch (error) {
			const isOver = error instanceof Refused && ['blueprint-moved-on', 'blueprint-plan-unknown'].includes(error.code);
			if (!isOver) {
				apply.disabled = false;
				throw error;
			}
			at('[data-role="blueprint-moved-on-text"]').textContent = error.message;
			result.classList.remove('d-none');
			movedOn.classList.remove('d-none');
			movedOn.focus();
		}
	}
	apply.addEventListener('click', () => attempt(async () => (plan ? applyPlan(plan) : undefined)));
	at('[data-action="plan-again"]').addEventListener('click', () => attempt(() => begin(source)));
	return {
		begin, runs,
		async putRight(shown: Plan) {
			source = { applied: true };
			await applyPlan(shown);
		},
		async offer(shown: Plan) {
			source = { applied: true };
			await candidates.ask(shown.candidates);
			await show(shown);
			summary.focus();
		},
		hide: () => result.classList.add('d-none'),
	};
}

/** The category structure: drift, plan, apply, undo. */
export function initBlueprint(root: HTMLElement): void {
	const parts = deskSection(root, 'blueprint', 'blueprint-problem');
	if (!parts) {
		return;
	}
	const { section, at, attempt } = parts;
	const desk: BlueprintDesk = {
		at, attempt,
		async refresh() {
			await Promise.all([planning.runs.load(), drift.load()]);
			section.setAttribute('data-loaded', '');
		},
	};
	const planning = initPlan(desk);
	const drift = initDrift(desk, { apply: plan => planning.putRight(plan), show: plan => planning.offer(plan) });
	initSource(desk, { look: source => planning.begin(source), changed: () => planning.hide() });
	whenOpened(root, 'tab-categories', () => attempt(() => desk.refresh()));
}
