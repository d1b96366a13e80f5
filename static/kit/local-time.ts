/** A time in the reader's zone and language, to the minute. */
export function localMoment(at: number | string): string {
	return new Date(at).toLocaleString(config.userLang, { dateStyle: 'medium', timeStyle: 'short' });
}

/** The value of a datetime field in the reader's zone. */
export function fieldMoment(at: number): string {
	const local = new Date(at - (new Date(at).getTimezoneOffset() * 60_000));
	return local.toISOString().slice(0, 16);
}

/** Converts times that the server rendered in UTC to the reader's zone. */
export function showMoments(root: ParentNode): void {
	root.querySelectorAll<HTMLTimeElement>('time[data-local]').forEach((time) => {
		if (!Number.isNaN(Date.parse(time.dateTime))) {
			time.textContent = localMoment(time.dateTime);
		}
	});
}
