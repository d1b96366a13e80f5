import { element, failed, say } from 'forum-terms/kit/dom';
import { showProblem } from 'forum-terms/forms/form';

/** The form where an owner accepts a version for their company; requires a tick (clause 4.12). */
export async function acceptanceForm(
	{ company, version, title }: { company: string; version: string; title: string }, accept: () => Promise<void>,
): Promise<HTMLElement> {
	const [owed, lead, read, agree, send, tickFirst] = await Promise.all([
		say('forum-terms:people.owed', company, title), say('forum-terms:people.owed-lead'), say('forum-terms:people.owed-read'),
		say('forum-terms:people.offer-accept', title, company), say('forum-terms:people.owed-accept', company),
		say('forum-terms:accept.tick-first'),
	]);
	const box = element('input', {
		class: 'form-check-input', type: 'checkbox', id: `people-owed-${version}`, autocomplete: 'off',
	});
	const form = element('form', { class: 'alert alert-warning', novalidate: '', 'data-version': version },
		element('p', { class: 'fw-semibold mb-1' }, owed),
		element('p', { class: 'mb-2' }, lead, ' ', element('a', {
			class: 'alert-link', href: `${config.relative_path}/forum-terms/${version}`, target: '_blank', rel: 'noopener',
		}, read)),
		element('div', { class: 'form-check mb-2' }, box,
			element('label', { class: 'form-check-label', for: box.id }, agree)),
		element('button', { class: 'btn btn-sm btn-primary', type: 'submit' }, send));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (box.checked) {
			accept().catch(failed);
		} else {
			showProblem(box, tickFirst, () => box.checked);
		}
	});
	return form;
}
