import { bindFields } from 'forum-terms/forms/bound-fields';
import { newOption, type Item, type Option } from 'forum-terms/checklist/admin/model';
import { templatePart } from 'forum-terms/kit/template-part';
import { fillTexts } from 'forum-terms/forms/text-fields';

interface Ground {
	section: HTMLElement;
	prefix: string;
	languages: readonly string[];
	changed: () => void;
	renamed: (from: string, to: string) => void;
}

// The last valid value of an option, while another one is being typed.
const settled = new WeakMap<Option, string>();

/** Reports a new value once it is unique; an empty or duplicate one renames nothing. */
function tellRenamed(option: Option, options: readonly Option[], { renamed }: Ground): void {
	const before = settled.get(option) ?? option.value;
	const others = options.filter(other => other !== option);
	const isTaken = others.some(other => [other.value, settled.get(other)].includes(option.value));
	if (option.value !== '' && option.value !== before && !isTaken) {
		settled.set(option, option.value);
		renamed(before, option.value);
	}
}

function optionPart(item: Item, option: Option, index: number, ground: Ground): HTMLElement {
	const prefix = `${ground.prefix}-option-${index}`;
	const root = templatePart(ground.section, 'checklist-option', prefix);
	settled.set(option, settled.get(option) ?? option.value);
	bindFields(root, option, ground.changed);
	root.querySelector('[data-part="value"]')?.addEventListener('change', () => {
		tellRenamed(option, item.options ?? [], ground);
	});
	root.querySelectorAll<HTMLElement>('[data-path]').forEach((control) => {
		control.dataset.path = `options.${index}.${control.dataset.path ?? ''}`;
	});
	option.say ??= {};
	const unticked = option.unticked ??= { verdict: 'ok' };
	unticked.say ??= {};
	const left = root.querySelector<HTMLSelectElement>('[data-role="unticked"]');
	if (left) {
		left.value = unticked.verdict;
		left.addEventListener('change', () => {
			unticked.verdict = left.value;
			ground.changed();
		});
	}
	for (const [part, texts] of [['label', option.label], ['say', option.say], ['unticked', unticked.say]] as const) {
		const place = root.querySelector<HTMLElement>(`[data-texts="${part}"]`);
		if (place) {
			fillTexts(place, texts, ground.languages, {
				path: `options.${index}.${part === 'unticked' ? 'unticked.say' : part}`, labelId: `${prefix}-${part}-label`, changed: ground.changed,
			});
		}
	}
	const heading = root.querySelector('[data-role="heading"]');
	if (heading) {
		heading.textContent = `${index + 1}.`;
	}
	root.querySelectorAll('[data-role="option-required"], [data-role="option-unticked"]').forEach(only =>
		only.classList.toggle('d-none', item.kind !== 'multi-choice'));
	return root;
}

/** The options of an item: edit, sort, add, remove; a choice keeps at least one. */
export function showOptions(root: HTMLElement, item: Item, ground: Ground): void {
	const box = root.querySelector<HTMLElement>('[data-role="options"]');
	const add = root.querySelector<HTMLButtonElement>('[data-action="add-option"]');
	const options = item.options ?? [];
	const again = (index: number, selector: string) => {
		showOptions(root, item, ground);
		ground.changed();
		const target = box?.children[index]?.querySelector<HTMLElement>(selector);
		(target?.hasAttribute('disabled') ? box?.children[index]?.querySelector<HTMLElement>('[data-part="value"]') : target)?.focus();
	};
	const move = (from: number, to: number, selector: string) => {
		options.splice(to, 0, ...options.splice(from, 1));
		again(to, selector);
	};
	box?.replaceChildren(...options.map((option, index) => {
		const part = optionPart(item, option, index, ground);
		const act = (action: string, isPossible: boolean, work: () => void) => {
			const button = part.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
			button?.toggleAttribute('disabled', !isPossible);
			button?.addEventListener('click', work);
		};
		act('option-up', index > 0, () => move(index, index - 1, '[data-action="option-up"]'));
		act('option-down', index < options.length - 1, () => move(index, index + 1, '[data-action="option-down"]'));
		act('remove-option', options.length > 1, () => {
			options.splice(index, 1);
			again(Math.max(0, index - 1), '[data-part="value"]');
		});
		return part;
	}));
	if (add) {
		add.onclick = () => {
			options.push(newOption(options));
			item.options = options;
			again(options.length - 1, '[data-part="value"]');
		};
	}
}
