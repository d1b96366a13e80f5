import type { Renewal } from './version';

const dayMs = 86_400_000;
const months = { month: 1, quarter: 3, year: 12 } as const;
const longestDays = 3650;

/** Whether a text is a renewal period: `none`, `month`, `quarter`, `year`, or days such as `90d`. */
export function isRenewal(text: string): text is Renewal {
	const days = /^([1-9]\d{0,3})d$/.exec(text)?.[1];
	return text === 'none' || Object.hasOwn(months, text) || (days !== undefined && Number(days) <= longestDays);
}

/** The periods to choose from, with the one in force; `days`: of a period in days, else 0. */
export function renewalsFor(now: Renewal): { value: string; selected: boolean; days: number }[] {
	const named = ['none', ...Object.keys(months)];
	return [...named, ...named.includes(now) ? [] : [now]]
		.map(value => ({ value, selected: value === now, days: parseInt(value, 10) || 0 }));
}

/** Until when an agreement is valid, milliseconds since 1970; infinite without renewal. */
export function holdsUntil(acceptedAt: number, renewal: Renewal): number {
	if (renewal === 'none') {
		return Infinity;
	}
	const count = months[renewal as keyof typeof months];
	if (count === undefined) {
		return acceptedAt + (parseInt(renewal, 10) * dayMs);
	}
	const day = new Date(acceptedAt);
	const target = new Date(acceptedAt);
	target.setUTCMonth(day.getUTCMonth() + count);
	// A month without a 31st: use its last day, not the first of the next month.
	if (target.getUTCDate() !== day.getUTCDate()) {
		target.setUTCDate(0);
	}
	return target.getTime();
}
