import { askInDialog } from 'forum-terms/kit/dialog';
import { element, say } from 'forum-terms/kit/dom';
import { showProblem } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';
import { forecastOf } from 'forum-terms/terms/admin/forecast';

const text = (name: string) => say(`admin/plugins/forum-terms:publish.${name}`);
const questions: Record<string, string> = { 're-accept': 'confirm-asked', banner: 'confirm-banner', silent: 'confirm-silent' };

interface Draft {
	document: string;
	revision: number;
	notice: string;
	percent: number;
	clauses: HTMLElement | null;
	/** Whether publishing may stop somebody, so that "only record" makes a difference. */
	mayRecord: boolean;
}

/** False, with a message at the field, if the changelog is missing. */
export async function hasChangelog(field: HTMLTextAreaElement | null, hasVersions: boolean): Promise<boolean> {
	const isTold = () => field?.value.trim() !== '';
	if (!field || !hasVersions || isTold()) {
		return true;
	}
	showProblem(field, await text('changelog-missing'), isTold);
	return false;
}

async function recordBox(): Promise<{ box: HTMLElement; isTicked: () => boolean }> {
	const input = element('input', {
		class: 'form-check-input', type: 'checkbox', id: 'publish-record', 'aria-describedby': 'publish-record-help',
	});
	return {
		isTicked: () => input.checked,
		box: element('div', { class: 'form-check mb-3' }, input,
			element('label', { class: 'form-check-label', for: input.id }, await text('record')),
			element('div', { class: 'form-text', id: 'publish-record-help' }, await text('record-help'))),
	};
}

/** Says whom the saved draft will ask and stop, then publishes it after a yes. */
export async function askToPublish({ document, revision, notice, percent, clauses, mayRecord }: Draft): Promise<void> {
	const [forecast, record] = await Promise.all([forecastOf(document), recordBox()]);
	const isAsking = notice === 're-accept';
	await askInDialog({
		id: 'forum-terms-publish', title: await text('confirm-title'),
		send: { label: await text('button'), action: 'publish-now' },
		body: [
			element('p', {}, await text(questions[notice] ?? 'confirm-silent')),
			...isAsking ? [element('div', { class: 'mb-3', 'data-role': 'publish-forecast' }, forecast)] : [],
			...clauses ? [element('div', { class: 'text-sm mb-3' }, ...[...clauses.cloneNode(true).childNodes])] : [],
			...isAsking && mayRecord ? [record.box] : [],
		],
		async answer() {
			const { version } = await request<{ version: string }>('POST', `/admin/terms/${document}/publish`, {
				revision, ...percent < 100 ? { rollout: { percent } } : {},
				...record.isTicked() ? { recordOnly: true } : {},
			});
			ajaxify.go(`admin/plugins/forum-terms?document=${document}&published=${version}#versions`);
			return true;
		},
	});
}
