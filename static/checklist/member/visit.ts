import * as api from 'api';

interface Shown {
	container: HTMLElement;
	postData: { cid?: unknown };
	setVisit(id: string): void;
}

/** Visit id per composer, from the first checklist it shows; empty if not measured. */
const visits = new WeakMap<HTMLElement, Promise<string>>();
// A topic may be opened before a checklist is shown, or where there is none.
const opened = new WeakMap<HTMLElement, Set<number>>();

/** Informs the server, even while the page unloads; nobody waits for the answer. */
async function tell(container: HTMLElement): Promise<void> {
	const [id, topics] = [await visits.get(container), opened.get(container)];
	if (id && topics) {
		// The module `api` ends with the page; `keepalive` does not.
		await fetch(`${config.relative_path}/api/v3/plugins/forum-terms/checklist/visits/${id}`, {
			method: 'PUT', keepalive: true, body: JSON.stringify({ opened: [...topics].slice(0, 50) }),
			headers: { 'content-type': 'application/json', 'x-csrf-token': config.csrf_token },
		});
	}
}

/** A similar topic was opened from a composer. */
export function noteOpened(container: HTMLElement, tid: number): void {
	opened.set(container, (opened.get(container) ?? new Set()).add(tid));
	tell(container).catch(() => undefined);
}

async function begun(cid: number): Promise<string> {
	return (await api.post<{ visit: string }>('/plugins/forum-terms/checklist/visits', { cid })).visit;
}

/** A visit continues in another category, and counts where its topic is posted. */
async function begin({ container, postData, setVisit }: Shown): Promise<void> {
	const visit = visits.get(container) ?? begun(Number(postData.cid));
	visits.set(container, visit);
	const id = await visit;
	if (id !== '') {
		setVisit(id);
		await tell(container);
	}
}

/** Measures what a checklist saves: whether visitors posted, and whether a similar topic was enough. */
export function init(): void {
	if (!config.forumTerms?.checklistMeasured || !config.loggedIn) {
		return;
	}
	document.addEventListener('forum-terms:checklist-shown', (event) => {
		begin((event as CustomEvent<Shown>).detail).catch(() => undefined);
	});
}
