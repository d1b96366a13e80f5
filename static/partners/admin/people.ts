import * as autocomplete from 'autocomplete';
import { showProblem } from 'forum-terms/forms/form';
import { memberNamed } from 'forum-terms/forms/member-field';
import { templatePart } from 'forum-terms/kit/template-part';
import { say } from 'forum-terms/kit/dom';

export interface Person { uid: number; username: string; role: string }

interface Options {
	section: HTMLElement;
	list: HTMLElement;
	input: HTMLInputElement;
	button: HTMLElement;
	hasRoles: boolean;
	attempt(work: () => Promise<void>): void;
	changed(): void;
}

/** People of an account; added by name, with the forum's search. */
export function peopleField({ section, list, input, button, hasRoles, attempt, changed }: Options) {
	const people = new Map<number, Person>();
	/** As loaded, because only the difference is sent. */
	const loaded = new Map<number, string>();

	async function row(person: Person): Promise<HTMLElement> {
		const made = templatePart(section.parentElement ?? section, 'partner-person', '');
		const at = <T extends HTMLElement>(selector: string) => made.querySelector<T>(selector);
		const [name, role, remove] = [at('[data-role="name"]'), at<HTMLSelectElement>('[data-role="role"]'), at('[data-action]')];
		made.dataset.uid = String(person.uid);
		if (name && role && remove) {
			name.textContent = person.username || `#${person.uid}`;
			role.value = person.role;
			role.setAttribute('aria-label', await say('admin/plugins/forum-terms:partner.role-of', person.username));
			role.classList.toggle('d-none', !hasRoles);
			remove.setAttribute('aria-label', await say('admin/plugins/forum-terms:partner.remove-person', person.username));
			role.addEventListener('change', () => {
				people.set(person.uid, { ...person, role: role.value });
				changed();
			});
			remove.addEventListener('click', () => {
				people.delete(person.uid);
				made.remove();
				changed();
				input.focus();
			});
		}
		return made;
	}
	async function add(person: Person): Promise<void> {
		if (!people.has(person.uid)) {
			people.set(person.uid, person);
			list.append(await row(person));
			changed();
		}
		input.value = '';
		input.focus();
	}
	/** Adds the member with exactly the typed name. */
	async function addTyped(): Promise<void> {
		const name = input.value.trim();
		if (name === '') {
			return;
		}
		const found = await memberNamed(name);
		if (!found) {
			showProblem(input, await say('admin/plugins/forum-terms:partner.no-member', name));
			return;
		}
		await add({ uid: Number(found.uid), username: found.username, role: hasRoles ? 'support' : 'owner' });
	}

	autocomplete.user($(input), (_event, { item: { user } }) => attempt(async () =>
		add({ uid: Number(user.uid), username: user.username, role: hasRoles ? 'support' : 'owner' })));
	button.addEventListener('click', () => attempt(addTyped));
	input.addEventListener('keydown', (event) => {
		if (event.key === 'Enter') {
			event.preventDefault();
			attempt(addTyped);
		}
	});
	/** Appends more people of the account. */
	async function more(rows: readonly Person[]): Promise<void> {
		const fresh = rows.filter(({ uid }) => !people.has(uid) && !loaded.has(uid));
		rows.forEach(({ uid, role }) => loaded.set(uid, role));
		fresh.forEach(person => people.set(person.uid, person));
		list.append(...await Promise.all(fresh.map(row)));
	}
	return {
		read: () => [...people.values()],
		/** People who joined or have a new role, and people who left. */
		change: () => ({
			joined: [...people.values()].filter(({ uid, role }) => loaded.get(uid) !== role)
				.map(({ uid, role }) => ({ uid, role })),
			left: [...loaded.keys()].filter(uid => !people.has(uid)),
		}),
		more,
		async write(rows: readonly Person[]) {
			people.clear();
			loaded.clear();
			list.replaceChildren();
			await more(rows);
		},
	};
}
