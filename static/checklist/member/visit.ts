import * as api from 'api';
import * as hooks from 'hooks';

interface Shown {
	container: HTMLElement;
	root: HTMLElement;
	postData: { cid?: unknown };
	checklist: { profile: string };
	setVisit(id: string): void;
}

/** One composer with a checklist: what is known of it so far, and what the server knows. */
interface Visit {
	id: string;
	/** Empty while the chosen category asks nothing. */
	profile: string;
	itemMs: Record<string, number>;
	sent: string;
	/** What the server is being told of the category; in the order in which it was chosen. */
	told: Promise<void>;
}

const visits = new WeakMap<HTMLElement, Visit>();
// A topic may be opened before the checklist is there, or where there is none.
const opened = new WeakMap<HTMLElement, Set<number>>();
const current = new Set<Visit & { container: HTMLElement }>();
const quietMs = 3000;

/** Tells the server, also while the page goes away; whatever becomes of it, nobody waits for it. */
function send(container: HTMLElement): void {
	const visit = visits.get(container);
	const body = JSON.stringify({ itemMs: visit?.itemMs ?? {}, opened: [...opened.get(container) ?? []].slice(0, 50) });
	if (!visit || visit.id === '' || body === visit.sent) {
		return;
	}
	visit.sent = body;
	// The module `api` cannot outlive its page; `keepalive` can.
	fetch(`${config.relative_path}/api/v3/plugins/forum-terms/checklist/visits/${visit.id}`, {
		method: 'PUT', keepalive: true, body,
		headers: { 'content-type': 'application/json', 'x-csrf-token': config.csrf_token },
	}).catch(() => undefined);
}

function sendAll(): void {
	for (const visit of current) {
		send(visit.container);
		if (!visit.container.isConnected) {
			current.delete(visit);
		}
	}
}

let timer = 0;
function sendSoon(): void {
	window.clearTimeout(timer);
	timer = window.setTimeout(sendAll, quietMs);
}

/** A similar topic was opened out of a composer. */
export function noteOpened(container: HTMLElement, tid: number): void {
	opened.set(container, (opened.get(container) ?? new Set()).add(tid));
	send(container);
}

function visitIn({ container, root }: Pick<Shown, 'container' | 'root'>): Visit {
	const before = visits.get(container);
	if (before) {
		return before;
	}
	const visit = { id: '', profile: '', itemMs: {} as Record<string, number>, sent: '', told: Promise.resolve(), container };
	visits.set(container, visit);
	current.add(visit);
	root.addEventListener('forum-terms:item-answered', (event) => {
		const { key, ms } = (event as CustomEvent<{ key: string; ms: number }>).detail;
		visit.itemMs[key] = Math.round((visit.itemMs[key] ?? 0) + Math.max(0, ms));
		sendSoon();
	});
	return visit;
}

/** The visit goes on in another category, whatever is asked there: nobody gave up anything. */
function choose(visit: Visit, cid: number): Promise<void> {
	visit.told = visit.told.catch(() => undefined).then(async () => {
		({ visit: visit.id } = await api.post<{ visit: string }>('/plugins/forum-terms/checklist/visits', {
			cid, ...visit.id === '' ? {} : { instead: visit.id },
		}));
	});
	return visit.told;
}

async function begin({ container, root, postData, checklist, setVisit }: Shown): Promise<void> {
	const visit = visitIn({ container, root });
	if (visit.id !== '') {
		setVisit(visit.id);
	}
	// Another category with the same checklist asks the same.
	if (visit.profile !== checklist.profile) {
		visit.profile = checklist.profile;
		await choose(visit, Number(postData.cid));
	}
	await visit.told;
	if (visit.id !== '') {
		setVisit(visit.id);
		visit.sent = '';
		sendSoon();
	}
}

async function withdraw({ container, postData }: Pick<Shown, 'container' | 'postData'>): Promise<void> {
	const visit = visits.get(container);
	if (visit && visit.profile !== '') {
		visit.profile = '';
		await choose(visit, Number(postData.cid));
	}
}

/** Measures what a checklist costs: how long its items take, and whether a similar topic spared the new one. */
export function init(): void {
	if (!config.forumTerms?.checklistMeasured || !config.loggedIn) {
		return;
	}
	document.addEventListener('forum-terms:checklist-shown', (event) => {
		begin((event as CustomEvent<Shown>).detail).catch(() => undefined);
	});
	document.addEventListener('forum-terms:checklist-gone', (event) => {
		withdraw((event as CustomEvent<Pick<Shown, 'container' | 'postData'>>).detail).catch(() => undefined);
	});
	hooks.on('filter:composer.submit', (data: object) => {
		sendAll();
		return data;
	});
	hooks.on('action:composer.discard', sendAll);
	window.addEventListener('pagehide', sendAll);
}
