import { say } from 'forum-terms/kit/dom';
import { shortDay } from 'forum-terms/kit/local-time';

interface Day { day: string; accepted: number; declined: number }

/** A chart of decisions over time; a table beside it has the same numbers for those who cannot see it. */
export async function drawDecisions(section: HTMLElement): Promise<void> {
	const canvas = section.querySelector<HTMLCanvasElement>('canvas[data-role="decisions"]');
	const days = JSON.parse(canvas?.dataset.days ?? '[]') as Day[];
	if (!canvas || days.length === 0) {
		return;
	}
	// NodeBB's own library, loaded only when the tab is opened.
	const { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } = await import('chart.js');
	Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);
	const [accepted, declined] = await Promise.all([
		say('admin/plugins/forum-terms:summary.accepted'), say('admin/plugins/forum-terms:summary.declined'),
	]);
	const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
	Chart.getChart(canvas)?.destroy();
	new Chart(canvas, {
		type: 'bar',
		data: {
			labels: days.map(({ day }) => shortDay(day)),
			datasets: [
				{ label: accepted, data: days.map(day => day.accepted), backgroundColor: colour('--bs-success') || '#198754' },
				{ label: declined, data: days.map(day => day.declined), backgroundColor: colour('--bs-danger') || '#dc3545' },
			],
		},
		options: {
			maintainAspectRatio: false, animation: false,
			scales: { x: { stacked: true }, y: { stacked: true, ticks: { precision: 0 } } },
		},
	});
}
