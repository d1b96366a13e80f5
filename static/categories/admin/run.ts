import * as alerts from 'alerts';
import * as api from 'api';
import { word, type BlueprintDesk, type Run } from 'forum-terms/categories/admin/model';
import { confirmed } from 'forum-terms/kit/dialog';
import { localMoment } from 'forum-terms/kit/local-time';
import { Refused, request } from 'forum-terms/kit/request';

const pollMilliseconds = 1000;
const pause = () => new Promise<void>(resolve => setTimeout(resolve, pollMilliseconds));

interface Runs {
	/** Loads and shows the last run. */
	load(): Promise<void>;
	/** Applies a plan and shows its progress; throws the server's refusal. */
	applyPlan(plan: string): Promise<Run>;
}

async function lastRun(): Promise<Run | null> {
	return (await api.get<{ run: Run | null }>('/plugins/forum-terms/admin/categories/run')).run;
}

/** The last run, and the button to undo it. */
export function initRuns({ at, attempt, refresh }: BlueprintDesk): Runs {
	const undo = at<HTMLButtonElement>('[data-action="undo-blueprint"]');
	const progress = at('[data-role="blueprint-progress"]');
	const bar = at('[data-role="blueprint-progress"] .progress');

	async function tell({ done, total }: Run): Promise<void> {
		const percent = String(total === 0 ? 100 : Math.round((done / total) * 100));
		bar.setAttribute('aria-valuenow', percent);
		at('[data-role="blueprint-progress"] .progress-bar').style.width = `${percent}%`;
		at('[data-role="blueprint-progress-text"]').textContent = await word('progress', done, total);
	}
	async function show(run: Run | null): Promise<void> {
		at('[data-role="blueprint-run"]').classList.toggle('d-none', run === null);
		if (!run) {
			return;
		}
		const top = await word('top');
		const who = run.byName || `#${run.by}`;
		at('[data-role="blueprint-run-what"]').textContent =
			await word(`run.${run.kind}.${run.state}`, localMoment(run.startedAt), who, run.done, run.total);
		const isStopped = run.state === 'stopped';
		const problem = at('[data-role="blueprint-run-problem"]');
		problem.textContent = [
			...isStopped ? [await word('run.problem', run.problem)] : [],
			...run.kept.length > 0 ? [await word('run.kept', run.kept.map(name => name || top).join(', '))] : [],
		].join(' ');
		problem.classList.toggle('d-none', problem.textContent === '');
		undo.classList.toggle('d-none', run.kind !== 'apply' || !['done', 'stopped'].includes(run.state) || run.done === 0);
	}
	/** Calls the API and polls the run's progress meanwhile. */
	async function follow(call: () => Promise<Run>): Promise<Run> {
		const before = await lastRun();
		const seen = { isOver: false };
		progress.classList.remove('d-none');
		await tell({ done: 0, total: 1 } as Run);
		const watching = (async () => {
			for (await pause(); !seen.isOver; await pause()) {
				const now = await lastRun();
				await (now?.state === 'running' ? tell(now) : undefined);
			}
		})().catch(() => undefined);
		try {
			return await call();
		} catch (error) {
			if (error instanceof Refused && error.code !== '') {
				throw error;
			}
			// A proxy may have timed out while the forum continues.
			let now = await lastRun();
			if (!now || now.id === before?.id) {
				throw error;
			}
			for (; now.state === 'running'; now = await lastRun() ?? now) {
				await pause();
			}
			return now;
		} finally {
			seen.isOver = true;
			await Promise.race([watching, Promise.resolve()]);
			progress.classList.add('d-none');
		}
	}
	undo.addEventListener('click', () => attempt(async () => {
		if (!await confirmed({ title: await word('undo'), message: await word('undo-sure') })) {
			return;
		}
		undo.disabled = true;
		try {
			const run = await follow(() => request<Run>('POST', '/admin/categories/undo', {}));
			// The message about the apply is outdated.
			at('[data-role="blueprint-outcome"]').classList.add('d-none');
			await refresh();
			at('[data-role="blueprint-run-what"]').focus();
			alerts.success(await word('undone', run.done, run.total));
		} finally {
			undo.disabled = false;
		}
	}));
	return {
		load: async () => show(await lastRun()),
		applyPlan: plan => follow(() => request<Run>('POST', '/admin/categories/apply', { plan })),
	};
}
