import type { Answer, Visitor } from './visitor';

const base = '/api/v3/plugins/forum-terms';

export interface OwedOnTheWire {
	document: string; version: string; title: string; html: string; language: string; hash: string;
}
export interface RecordOnTheWire {
	id: number; event: string; version: string; method: string; language: string; hash: string; at: number;
	receipt: Record<string, unknown>;
}

/** The plugin's own API as one visitor uses it. */
export function termsClient(visitor: Visitor) {
	const call = (method: string, path: string, body?: unknown): Promise<Answer> =>
		visitor.send(method, base + path, body);
	return {
		call,
		posting: (query = '') => call('GET', `/posting${query}`),
		check: (body: unknown) => call('POST', '/posting/check', body),
		documents: () => call('GET', '/terms'),
		version: (id: string, query = '') => call('GET', `/terms/${id}${query}`),
		diff: (from: string, to: string) => call('GET', `/terms/${from}/diff/${to}`),
		accept: (id: string, body: unknown = { language: 'en-GB' }) => call('POST', `/terms/${id}/acceptance`, body),
		decline: (id: string, body: unknown = {}) => call('POST', `/terms/${id}/refusal`, body),
		checkReceipt: (receipt: unknown) => call('POST', '/receipts/check', { receipt }),
		me: () => call('GET', '/me'),
		stamps: (pid: string | number) => call('GET', `/posts/${pid}/stamps`),
		draft: () => call('GET', '/admin/terms/forum/draft'),
		saveDraft: (body: unknown) => call('PUT', '/admin/terms/forum/draft', body),
		discardDraft: () => call('DELETE', '/admin/terms/forum/draft'),
		draftDiff: () => call('GET', '/admin/terms/forum/draft/diff'),
		preview: (markdown: unknown) => call('POST', '/admin/terms/forum/preview', { markdown }),
		publish: (body: unknown = {}) => call('POST', '/admin/terms/forum/publish', body),
		members: (query = '') => call('GET', `/admin/terms/forum/members${query}`),
		async records(): Promise<RecordOnTheWire[]> {
			return (await call('GET', '/me')).response.records as RecordOnTheWire[];
		},
		async owed(): Promise<OwedOnTheWire[]> {
			const { terms } = (await call('GET', '/posting')).response as { terms: { owed: OwedOnTheWire[] } };
			return terms.owed;
		},
	};
}

export type TermsClient = ReturnType<typeof termsClient>;

/** How readers are told of a version, by its id: "version 3 of 12 March 2026". */
export const namedAs = (version: string): RegExp =>
	new RegExp(`version ${version.slice(version.lastIndexOf('-') + 1)} of \\d{1,2} [A-Z][a-z]+ \\d{4}`, 'i');
