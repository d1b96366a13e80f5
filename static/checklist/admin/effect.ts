import * as api from 'api';
import { whenOpened } from 'forum-terms/kit/desk-section';
import { attemptIn } from 'forum-terms/forms/form';
import { element, say } from 'forum-terms/kit/dom';
import { shortDay } from 'forum-terms/kit/local-time';
import { textIn, type Texts } from 'forum-terms/checklist/admin/model';

interface Rate { topics: number; per100: number }
interface Item {
	prompt: string; counts: { shown: number; warned: number; blocked: number }; skipRate: number;
	asked: Rate; compared: Rate; verdict: 'pays' | 'open' | 'propose-removal'; reason: string;
}
interface Visits { shown: number; posted: number; abandoned: number; deflected: number }
interface Effect { visits: Visits; postedRate: number; days: (Visits & { day: string })[]; items: Item[] }

const base = '/plugins/forum-terms/admin';
const badges = { pays: 'text-bg-success', open: 'text-bg-secondary', 'propose-removal': 'text-bg-warning' } as const;

const inLanguage = (number: number, options: Intl.NumberFormatOptions = {}) =>
	number.toLocaleString(config.userLang, { maximumFractionDigits: 1, ...options });
const percent = (share: number) => inLanguage(share, { style: 'percent' });

async function rateCell({ topics, per100 }: Rate): Promise<HTMLElement> {
	return element('td', { class: 'text-end text-nowrap' }, ...topics === 0 ? ['–'] : [inLanguage(per100),
		element('div', { class: 'text-muted text-xs' },
			await say('admin/plugins/forum-terms:effect.of-topics', inLanguage(topics)))]);
}

async function rowOf(item: Item): Promise<HTMLElement> {
	const { prompt, counts, skipRate, asked, compared, verdict, reason } = item;
	const [withIt, without, badge, sentence] = await Promise.all([
		rateCell(asked), rateCell(compared),
		say(`admin/plugins/forum-terms:effect.verdict.${verdict}`),
		say(`admin/plugins/forum-terms:effect.reason.${reason}`, inLanguage(counts.warned + counts.blocked),
			inLanguage(asked.per100), inLanguage(compared.per100)),
	]);
	const number = (text: string) => element('td', { class: 'text-end text-nowrap' }, text);
	return element('tr', {},
		element('th', { scope: 'row', class: 'fw-normal' }, prompt, element('div', { class: 'text-sm' },
			element('span', { class: `badge ${badges[verdict]} me-1` }, badge), sentence)),
		number(inLanguage(counts.shown)), number(percent(skipRate)),
		number(`${inLanguage(counts.warned)}, ${inLanguage(counts.blocked)}`), withIt, without);
}

async function sumsOf({ visits, postedRate }: Effect): Promise<HTMLElement[]> {
	const names = ['shown', 'posted', 'abandoned', 'deflected'] as const;
	return Promise.all(names.map(async name => element('div', { class: 'col' },
		element('dt', { class: 'text-xs text-muted' }, await say(`admin/plugins/forum-terms:effect.sum.${name}`)),
		element('dd', { class: 'fw-semibold mb-0' },
			inLanguage(visits[name]) + (name === 'posted' && visits.shown > 0 ? ` (${percent(postedRate)})` : '')))));
}

/** A chart of visits over time; the totals above it are text. */
async function draw(canvas: HTMLCanvasElement, { days: all }: Effect): Promise<void> {
	// Starts with the first visit.
	const days = all.slice(Math.max(0, all.findIndex(({ shown }) => shown > 0)));
	const { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } = await import('chart.js');
	Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);
	const [posted, abandoned, deflected] = await Promise.all(['posted', 'abandoned', 'deflected'].map(name =>
		say(`admin/plugins/forum-terms:effect.sum.${name}`)));
	const colour = (name: string, standard: string) =>
		getComputedStyle(document.documentElement).getPropertyValue(name).trim() || standard;
	const bars = (label = '', stack: string, backgroundColor: string, value: (day: Visits) => number) =>
		({ label, stack, backgroundColor, data: days.map(value) });
	Chart.getChart(canvas)?.destroy();
	new Chart(canvas, {
		type: 'bar',
		data: { labels: days.map(({ day }) => shortDay(day)), datasets: [
			bars(posted, 'visits', colour('--bs-success', '#198754'), day => day.posted),
			bars(abandoned, 'visits', colour('--bs-secondary', '#6c757d'), day => day.abandoned),
			bars(deflected, 'deflected', colour('--bs-info', '#0dcaf0'), day => day.deflected),
		] },
		options: {
			maintainAspectRatio: false, animation: false,
			scales: { x: { stacked: true }, y: { stacked: true, ticks: { precision: 0 } } },
		},
	});
}

/** What each checklist costs and saves. */
export function initChecklistEffect(section: HTMLElement): void {
	const root = section.querySelector<HTMLElement>('[data-role="checklist-effect"]');
	const at = <T extends HTMLElement>(role: string) => root?.querySelector<T>(`[data-role="${role}"]`) ?? null;
	const profile = root?.querySelector<HTMLSelectElement>('[name="profile"]');
	const days = root?.querySelector<HTMLSelectElement>('[name="days"]');

	const attempt = attemptIn(() => at('effect-problem'));
	async function show(): Promise<void> {
		if (!profile?.value) {
			throw new Error(await say('admin/plugins/forum-terms:effect.none'));
		}
		const effect = await api.get<Effect>(`${base}/checklists/${profile.value}/effect`, { days: days?.value ?? '90' });
		at('effect-sums')?.replaceChildren(...await sumsOf(effect));
		at('effect-rows')?.replaceChildren(...await Promise.all(effect.items.map(rowOf)));
		at('effect-result')?.classList.remove('d-none');
		const canvas = at<HTMLCanvasElement>('effect-chart');
		canvas?.parentElement?.classList.toggle('d-none', effect.visits.shown === 0);
		if (canvas && effect.visits.shown > 0) {
			await draw(canvas, effect);
		}
	}
	async function load(): Promise<void> {
		const { profiles, places } = await api.get<{
			profiles: { id: string; title?: Texts }[]; places: { topics: Record<string, string> };
		}>(`${base}/checklists`);
		const used = new Set(Object.values(places.topics));
		const inOrder = [...profiles].sort((one, other) => Number(used.has(other.id)) - Number(used.has(one.id)));
		profile?.replaceChildren(...inOrder.map(({ id, title }) =>
			new Option(textIn(title, config.userLang) || id, id)));
		await show();
	}

	at('effect-choice')?.addEventListener('change', () => attempt(show));
	whenOpened(section, 'tab-effect', () => attempt(load));
}
