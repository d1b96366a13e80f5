import type { Answer, Visitor } from '../../driver/visitor';
import type { Ids, Row } from './row';

const api = '/api/v3/plugins/forum-terms';

/** How an address is called: API and files by their method, pages as their JSON twin, forms as browsers send them. */
function callOf(address: string): { method: string; path: string; isForm: boolean } {
	const [first = '', second = '', third = ''] = address.split(' ');
	switch (first) {
		case 'file': return { method: 'GET', path: api + second, isForm: false };
		case 'page': return { method: 'GET', path: `/api${second}`, isForm: false };
		case 'form': return { method: 'POST', path: second, isForm: true };
		case 'guard': return { method: second, path: third, isForm: false };
		default: return { method: first, path: api + second, isForm: false };
	}
}

/** A path with the ids of a ground in it. */
export function pathOf(address: string, row: Row, ids: Ids): string {
	const { path } = callOf(address);
	const filled = path.replace(/:(\w+)/g, (_whole, name: string) => {
		const id = ids[row.with?.[name] ?? name];
		if (id === undefined) {
			throw new Error(`${address}: the ground has no "${row.with?.[name] ?? name}"; say with \`with\` what :${name} is`);
		}
		return encodeURIComponent(id);
	});
	return row.query ? `${filled}?${row.query(ids)}` : filled;
}

/** Calls an address in somebody's name with the ids of a ground. */
export async function asked(who: Visitor, address: string, row: Row, ids: Ids): Promise<Answer> {
	const { method, isForm } = callOf(address);
	const [path, body] = [pathOf(address, row, ids), row.body?.(ids) ?? {}];
	if (/upload|thumbs$/.test(path)) {
		return who.upload(path);
	}
	return isForm ? who.form(path, body as Record<string, string>) :
		who.send(method, path, method === 'GET' ? undefined : body);
}

/** A write of somebody's session as another site would have their browser send it; null for what writes nothing. */
export async function askedFromElsewhere(who: Visitor, address: string, row: Row, ids: Ids): Promise<Answer | null> {
	const { method, isForm } = callOf(address);
	const body = row.body?.(ids) ?? {};
	return method === 'GET' ? null : who.request(method, pathOf(address, row, ids),
		isForm ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body),
		{ 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' });
}

/** Whether an answer sends somebody away: to log in first, or to accept the terms first. */
const leadsTo = ({ location, xRedirect }: Answer, path: string) => (location || xRedirect).includes(path);
const leadsToLogin = (answer: Answer) => leadsTo(answer, '/login');
const leadsToTerms = (answer: Answer) => leadsTo(answer, '/forum-terms/accept');

const codeIn = ({ response }: Answer): string => (typeof response.code === 'string' ? response.code : '');
export const isRefused = (answer: Answer): boolean => [401, 403].includes(answer.status) || leadsToLogin(answer);
export const isServed = (answer: Answer): boolean =>
	answer.status >= 200 && answer.status < 400 && !leadsToLogin(answer) &&
	!leadsToTerms(answer);

/** What is wrong with an answer, in words; empty when it is what the cell says. */
export function faultOf(cell: string, answer: Answer, isGuest: boolean, row: Row, absent?: Answer): string {
	const got = `${answer.status} ${codeIn(answer)} ${answer.message.slice(0, 100)}`.trim();
	const fault = (wanted: string) => `${wanted}, but got ${got}`;
	switch (cell) {
		case '+': return isServed(answer) ? '' : fault('should be served');
		case '!': return row.stopped?.includes(codeIn(answer)) ? '' :
			fault(`should be stopped by ${row.stopped?.join(' or ')}`);
		case '-': return isRefused(answer) && (isGuest || answer.status !== 401) ? '' : fault('should be refused');
		case '>': return codeIn(answer) === '' && answer.status < 600 ? '' : fault('should be left to NodeBB');
		case '?': return leadsToTerms(answer) || (answer.status === 400 && codeIn(answer) === '') ? '' :
			fault('should be asked by a page of ours');
		default: return absent?.status === answer.status && codeIn(absent) === codeIn(answer) && !isServed(answer) ? '' :
			fault(`should be told the same as for what is not (${absent?.status} ${codeIn(absent ?? answer)})`);
	}
}
