import { emptyBody } from '../../kernel/slice/body';
import { done, refused } from '../../kernel/refusals/outcome';
import type { Database, Places } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import { firstOf, sortedSet } from '../../platform/paged-index';
import { decoded } from '../../platform/stored-row';
import { keys } from '../documents/keys';
import { editField } from './stamp';

const mostEdits = 500;

/** The stamp of a post and of each of its edits, in one call (clause 4.5). */
export function stampRoute({ places, database }: { places: Places; database: Database }): Route {
	return route({
		method: 'get', path: '/posts/:pid/stamps', access: 'anyone', body: emptyBody,
		async handle({ actor, params }) {
			const pid = params.pid ?? '';
			if (!await places.canRead({ pid }, actor.kind === 'member' ? actor.uid : 0)) {
				return refused(refuse('post-unknown', [pid]));
			}
			const fields = await places.postFields(pid, ['forumTermsVersion', 'forumTermsLicence']);
			const version = fields.forumTermsVersion ?? '';
			const stored = await firstOf(sortedSet(database, keys.postStamps(pid)), mostEdits);
			return done({
				pid,
				created: { version, licence: fields.forumTermsLicence || version },
				edits: stored.map(edit => decoded(editField, edit)).filter(edit => edit !== null),
			});
		},
	});
}
