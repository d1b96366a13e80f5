/** A moment in the reader's own zone and language, to the minute. */
export function localMoment(at: number | string): string {
	return new Date(at).toLocaleString(config.userLang, { dateStyle: 'medium', timeStyle: 'short' });
}

/** The value of a field for date and time in the reader's own zone. */
export function fieldMoment(at: number): string {
	const local = new Date(at - (new Date(at).getTimezoneOffset() * 60_000));
	return local.toISOString().slice(0, 16);
}

/** Moments that the server wrote in UTC, said as the reader's clock says them. */
export function showMoments(root: ParentNode): void {
	root.querySelectorAll<HTMLTimeElement>('time[data-local]').forEach((time) => {
		if (!Number.isNaN(Date.parse(time.dateTime))) {
			time.textContent = localMoment(time.dateTime);
		}
	});
}
