import { word, type Candidate } from 'forum-terms/categories/admin/model';
import { element } from 'forum-terms/kit/dom';

interface Candidates {
	/** Asks again, for a new file. */
	ask(candidates: readonly Candidate[]): Promise<void>;
	/** Existing categories by key, as confirmed by the administrator. */
	adopted(): Record<string, number>;
}

/** Existing categories that may be the blueprint's; the administrator decides, and the plan is updated. */
export function initCandidates(box: HTMLElement, list: HTMLElement, changed: () => void): Candidates {
	const boxes = () => [...list.querySelectorAll<HTMLInputElement>('input')];

	async function row({ key, name, cid }: Candidate): Promise<HTMLElement> {
		const id = `blueprint-candidate-${cid}-${key}`;
		const input = element('input', {
			'class': 'form-check-input', 'type': 'checkbox', id, 'data-key': key, 'data-cid': String(cid),
		});
		input.addEventListener('change', () => {
			// The match is one to one.
			const isSame = ({ dataset }: HTMLElement) => dataset.key === key || dataset.cid === String(cid);
			for (const other of boxes().filter(one => one !== input && input.checked && isSame(one))) {
				other.checked = false;
			}
			changed();
		});
		return element('div', { class: 'form-check' }, input,
			element('label', { class: 'form-check-label text-break', for: id }, await word('candidate', name, cid, key)));
	}
	return {
		async ask(candidates) {
			list.replaceChildren(...await Promise.all(candidates.map(row)));
			box.classList.toggle('d-none', candidates.length === 0);
		},
		adopted: () => Object.fromEntries(boxes().filter(({ checked }) => checked)
			.map(({ dataset }) => [dataset.key ?? '', Number(dataset.cid)])),
	};
}
