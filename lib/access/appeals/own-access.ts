import type { OwnData } from '../../kernel/slice/own-data';
import type { Notices } from '../restriction/notice';
import type { RestrictionStore } from '../restriction/store';
import { statementOf } from '../restriction/view';
import type { Statements } from './statements';

const most = 200;
const iso = (time: number) => new Date(time).toISOString();

/** A restriction as a line on the page; the member's statement has the rest. */
function lineOf({ id, scopeName, from, until, clause, cause, ended, appeal, state }: ReturnType<typeof statementOf>) {
	const standing = state === 'waiting' ? 'ahead' : 'in-force';
	return {
		scopeName, fromISO: iso(from), untilISO: until > 0 ? iso(until) : '', clause, isWithoutCause: cause === 'none',
		isOver: ended !== null, standing: ended ? 'over' : standing, mayAppeal: ended === null && appeal === null, id,
	};
}

/** A member's own restrictions, newest first, without those whose notice has not been sent. */
export function ownAccess({ store, notices, statements }: {
	statements: Pick<Statements, 'of' | 'brief'>; store: Pick<RestrictionStore, 'list'>; notices: Pick<Notices, 'code'>;
}): OwnData {
	return async (uid, language, view) => {
		const { rows: told } = await store.list(uid, { count: most }, null, ({ noticedAt }) => noticedAt > 0);
		if (view.kind === 'page') {
			return { restrictions: told.map(one => lineOf(statementOf(one))) };
		}
		// A file may be shared, so it does not contain the link to a statement, which needs no login.
		return {
			restrictions: await Promise.all(told.map(async one => (view.kind === 'export' ? statements.of(one, language) :
				{ ...await statements.brief(one, language), code: await notices.code(one, 'data') }))),
		};
	};
}
