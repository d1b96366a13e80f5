import * as api from 'api';
import { confirmed } from 'forum-terms/kit/dialog';
import { element, failed, say } from 'forum-terms/kit/dom';
import { localMoment } from 'forum-terms/kit/local-time';
import { versionName } from 'forum-terms/kit/version-name';
import { memberField } from 'forum-terms/forms/member-field';

interface Verdict {
	intact: boolean; records: number; sealed: number; firstBroken?: { book: string; record: number; kind: string };
}
interface Ledger { records: number; sealed: number; key: string }
interface Row { id: number; event: string; version: string; language: string; method: string; at: number; hash: string }

const base = '/plugins/forum-terms/admin';
const key = (name: string) => `admin/plugins/forum-terms:proof.${name}`;

async function tableOf(records: readonly Row[]): Promise<HTMLElement> {
	const heads = await Promise.all(['number', 'event', 'version', 'language', 'method', 'when'].map(name => say(key(name))));
	const rows = await Promise.all(records.map(async ({ id, event, version, language, method, at }) => element('tr', {},
		...[String(id), await say(`forum-terms:event.${event}`), await versionName(version), language, await say(`forum-terms:method.${method}`),
			localMoment(at)].map(text => element('td', {}, text)))));
	return element('table', { class: 'table table-sm' },
		element('thead', {}, element('tr', {}, ...heads.map(text => element('th', { scope: 'col' }, text)))),
		element('tbody', {}, ...rows));
}

/** Seal, verify, replace the key, and list a member's records, also after their account is deleted. */
export function initProof(root: HTMLElement): void {
	const section = root.querySelector<HTMLElement>('[data-role="proof"]');
	if (!section) {
		return;
	}
	const at = (role: string) => section.querySelector<HTMLElement>(`[data-role="${role}"]`);
	const tell = (text: string, isGood: boolean) => {
		const box = at('ledger-verdict');
		if (box) {
			box.textContent = text;
			box.className = `alert ${isGood ? 'alert-success' : 'alert-danger'}`;
		}
	};
	async function refresh(): Promise<void> {
		const ledger = await api.get<Ledger>(`${base}/ledger`);
		for (const [role, value] of [['records', ledger.records], ['sealed', ledger.sealed], ['key', ledger.key]] as const) {
			at(`ledger-${role}`)?.replaceChildren(String(value));
		}
	}
	async function verify(): Promise<void> {
		const { intact, records, sealed, firstBroken } = await api.post<Verdict>(`${base}/audit/verify`, {});
		tell(intact || !firstBroken ? await say(key('intact'), records, sealed) :
			await say(key(`broken-${firstBroken.kind}`),
				await say(key(`book-${firstBroken.book}`), firstBroken.record)), intact);
	}
	async function seal(): Promise<void> {
		const { sealed } = await api.post<{ sealed: number }>(`${base}/ledger/seal`, {});
		tell(await say(key('sealed-now'), sealed), true);
		await refresh();
	}
	async function rotate(): Promise<void> {
		const [title, message] = await Promise.all([say(key('rotate')), say(key('rotate-confirm'))]);
		if (await confirmed({ title, message })) {
			await api.post(`${base}/keys/rotate`, {});
			await refresh();
			tell(await say(key('rotated')), true);
		}
	}
	async function showRecords(uid: number): Promise<void> {
		const { records, erased } = await api.get<{ records: Row[]; erased: boolean }>(`${base}/members/${uid}/records`);
		const note = records.length === 0 ? 'no-records' : erased ? 'erased' : '';
		at('member-records')?.replaceChildren(
			...note ? [element('p', { class: 'text-muted' }, await say(key(note)))] : [],
			...records.length > 0 ? [await tableOf(records)] : []);
	}

	const actions: Record<string, () => Promise<void>> = {
		'verify-ledger': verify, 'seal-ledger': seal, 'rotate-key': rotate,
	};
	section.addEventListener('click', (event) => {
		const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
		actions[button?.dataset.action ?? '']?.().catch(failed);
	});
	const input = section.querySelector<HTMLInputElement>('[name="uid"]');
	const member = input && memberField(input);
	section.querySelector<HTMLFormElement>('form')?.addEventListener('submit', (event) => {
		event.preventDefault();
		member?.().then(uid => (uid ? showRecords(uid) : undefined)).catch(failed);
	});
}
