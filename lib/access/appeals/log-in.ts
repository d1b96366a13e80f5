import type { Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import type { Notices } from '../restriction/notice';
import { isInForce } from '../restriction/restriction';
import type { RestrictionStore } from '../restriction/store';

/** NodeBB's response when it refuses a login. */
export interface LogInAnswer { statusCode: number; json(body: unknown): unknown }

interface Parts {
	store: Pick<RestrictionStore, 'openOf'>;
	notices: Pick<Notices, 'code'>;
	host: Pick<Host, 'clock' | 'log' | 'members' | 'site' | 'translate'>;
}

interface Banned { uid: number; reason: string }

/**
 * HOST: src/controllers/authentication.js `getBanError`: the only refusal that is an object; given after a correct
 * password.
 */
function bannedIn(body: unknown): Banned | null {
	const fields = (typeof body === 'object' && body ? body : {}) as Record<string, unknown>;
	const { uid, reason, banned_until: until } = fields;
	const isBan = until !== undefined && Number(uid) > 0;
	return isBan ? { uid: Number(uid), reason: textOf(reason) } : null;
}

/**
 * Adds the link to the statement to NodeBB's refusal at login, for members whom no e-mail reached (clause 6). HOST:
 * src/controllers/helpers.js `noScriptErrors` logs its answer first, so the link is never logged.
 */
export function statementAtLogIn({ store, notices, host }: Parts): (answer: LogInAnswer) => void {
	const { clock, log, members, site, translate } = host;

	async function told(body: object, { uid, reason }: Banned): Promise<object> {
		const found = (await store.openOf(uid)).find(one =>
			one.scope === 'forum' && one.noticedAt > 0 && isInForce(one, clock.now()));
		if (!found) {
			return body;
		}
		const said = await translate('[[forum-terms:restriction.at-log-in]]', await members.language(uid));
		return { ...body, reason: `${reason} ${said} ${site.url}/forum-terms/access/${await notices.code(found, 'statement')}` };
	}

	return (answer) => {
		const send = answer.json.bind(answer);
		answer.json = (body) => {
			const banned = answer.statusCode === 403 ? bannedIn(body) : null;
			if (!banned) {
				return send(body);
			}
			void told(body as object, banned).catch((error: unknown) => {
				log.error('access', 'access-log-in', error, banned.uid);
				return body;
			}).then(send);
			return answer;
		};
	};
}
