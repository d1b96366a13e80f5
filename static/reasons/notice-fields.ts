/** What the fields of partials/forum-terms/decision-notice.tpl say. */
export interface FilledNotice { notice: string; noticeReason: string; noticeAt: string }

/** Only for these a notice may stay away for good. */
const unending = ['legal-hold', 'spam-account'];
const valueOf = (form: HTMLElement, selector: string): string => form.querySelector<HTMLInputElement>(selector)?.value ?? '';

export function readNotice(form: HTMLElement): FilledNotice {
	return {
		notice: valueOf(form, '[name="notice"]:checked'), noticeReason: valueOf(form, '[name="noticeReason"]'),
		noticeAt: valueOf(form, '[name="noticeAt"]'),
	};
}

/** Shows the fields that apply to what is chosen. */
export function arrangeNotice(form: HTMLElement): void {
	const { notice } = readNotice(form);
	form.querySelector('[data-notice="none"]')?.classList.toggle('d-none', notice !== 'none');
	form.querySelector('[data-notice="later"]')?.classList.toggle('d-none', notice === 'sent');
}

/** Missing values: field, and key of the sentence about it. */
export function missingInNotice({ notice, noticeReason, noticeAt }: FilledNotice): { field: string; key: string }[] {
	const needsDate = notice === 'later' || (notice === 'none' && noticeReason !== '' && !unending.includes(noticeReason));
	return [
		...notice === 'none' && noticeReason === '' ? [{ field: 'noticeReason', key: 'forum-terms:restriction.silence-missing' }] : [],
		...needsDate && !Date.parse(noticeAt) ? [{ field: 'noticeAt', key: 'forum-terms:restriction.moment-missing' }] : [],
	];
}

/** As the server reads it; 0: no date. */
export function noticeOf({ notice, noticeReason, noticeAt }: FilledNotice) {
	return {
		notice, ...notice === 'none' ? { noticeReason } : {},
		noticeAt: notice === 'sent' ? 0 : Date.parse(noticeAt) || 0,
	};
}

/** What was spoken against, where clause 1 is cited; shows the field only then. */
export function arrangeTarget(form: HTMLElement, clause: string): void {
	form.querySelector('[data-role="target-field"]')?.classList.toggle('d-none', clause !== '1');
}
export function targetOf(clause: string, target: string): { target?: string } {
	return clause === '1' && target !== '' ? { target } : {};
}
