import { unique, type Forum } from './forum';

/** A piece of structure out of a blueprint, whose names and words no other spec has. */
export interface BlueprintGround {
	mark: string;
	/** A category of the blueprint: readable by everybody, written by users, unless said otherwise. */
	place(name: string, more?: object): Record<string, unknown>;
	apply(...categories: object[]): Promise<void>;
	cidOf(name: string): Promise<number>;
	/** Takes the last apply back. */
	undo(): Promise<void>;
}

export function blueprintGround(forum: Forum): BlueprintGround {
	const mark = `g${unique()}`;
	async function call(path: string, body: object): Promise<Record<string, unknown>> {
		const answer = await forum.admin.terms.call('POST', `/admin/categories${path}`, body);
		if (answer.status !== 200) {
			throw new Error(answer.text);
		}
		return answer.response;
	}
	return {
		mark,
		place: (name, more = {}) => ({
			key: `${mark}-${name}`, name: { 'en-GB': `${mark} ${name}` }, read: ['everybody'], topics: ['users'],
			replies: ['users'], postQueue: false, ...more,
		}),
		async apply(...categories) {
			const { plan } = await call('/plan', { blueprint: { blueprint: 1, categories } });
			await call('/apply', { plan });
		},
		async cidOf(name) {
			const { categories } = (await forum.admin.get('/api/v3/categories')).response as {
				categories: { cid: number; name: string }[];
			};
			return Number(categories.find(one => one.name === `${mark} ${name}`)?.cid ?? 0);
		},
		undo: async () => void await call('/undo', {}),
	};
}
