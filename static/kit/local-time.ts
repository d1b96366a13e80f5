/** A time in the reader's zone and language, to the minute. */
export function localMoment(at: number | string): string {
	return new Date(at).toLocaleString(config.userLang, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A day such as `2026-03-12` as an axis names it: "12 Mar". */
export function shortDay(day: string): string {
	return new Date(`${day}T00:00:00Z`).toLocaleDateString(config.userLang, { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

/** A day in the reader's zone and language. */
export function localDay(at: number | string): string {
	return new Date(at).toLocaleDateString(config.userLang, { dateStyle: 'medium' });
}

/** The value of a datetime field in the reader's zone; empty for what is no time. */
export function fieldMoment(at: number | string): string {
	const date = new Date(at);
	return Number.isNaN(date.getTime()) ? '' :
		new Date(date.getTime() - (date.getTimezoneOffset() * 60_000)).toISOString().slice(0, 16);
}

/** Converts times that the server rendered in UTC to the reader's zone. */
export function showMoments(root: ParentNode): void {
	root.querySelectorAll<HTMLTimeElement>('time[data-local]').forEach((time) => {
		if (!Number.isNaN(Date.parse(time.dateTime))) {
			time.textContent = localMoment(time.dateTime);
		}
	});
}
