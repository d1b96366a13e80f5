import type { Actor } from '../../kernel/host/member';
import type { Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';
import type { Guard } from '../../kernel/slice/routes';
import type { PartnerDirectory } from '../accounts/directory';
import { attributionFields } from './post-attribution';
import { postState } from './state';

/**
 * What the forum removed of a company's posts is not restored by its own people, even if they moderate there or are
 * administrators. HOST: src/api/posts.js `restore`, src/api/topics.js `restore`.
 */
export function restoreGuards({ directory, host: { care, topics } }: {
	directory: Pick<PartnerDirectory, 'membership'>; host: Pick<Host, 'care' | 'topics'>;
}): Guard[] {
	async function refusalOf(actor: Actor, pidsOf: () => Promise<readonly string[]>): Promise<Refusal | null> {
		const own = actor.kind === 'member' ? await directory.membership(actor.uid) : null;
		for (const post of own ? await care.read(await pidsOf(), [attributionFields.partner]) : []) {
			if (own && post?.fields[0] === own.partner && await postState(directory, own.partner, post) === 'removed') {
				return refuse('partner-strike-own');
			}
		}
		return null;
	}
	return [
		{
			write: 'api.posts.restore',
			examine: ({ actor, data }) => refusalOf(actor, async () => [textOf(data.pid)]),
		},
		{
			write: 'api.topics.restore',
			examine: ({ actor, data }) => refusalOf(actor, async () => {
				const found = await Promise.all([data.tids].flat().map(tid => topics.read(textOf(tid), '')));
				return found.flatMap(topic => (topic ? [topic.mainPid] : []));
			}),
		},
	];
}
