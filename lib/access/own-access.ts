import type { OwnAccessLookup } from '../kernel/own-access';
import type { Notices } from './notice';
import type { RestrictionStore } from './store';
import { statementOf } from './view';

const most = 200;

/** A member's own restrictions; one whose notice has not gone out yet is not told by the way. */
export function ownAccess({ store, notices }: {
	store: Pick<RestrictionStore, 'list'>; notices: Pick<Notices, 'code'>;
}): OwnAccessLookup {
	return async (uid) => {
		const { rows } = await store.list(uid, { count: most }, null, ({ noticedAt }) => noticedAt > 0);
		return Promise.all(rows.map(async one => ({ ...statementOf(one), code: await notices.code(one, 'data') })));
	};
}
