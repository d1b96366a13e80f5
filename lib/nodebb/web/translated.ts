import { RefusedError } from '../../kernel/slice/edges';
import { hostModule } from '../core/modules';
import { sentenceOf } from './answer';

type Handler = (payload: never) => Promise<unknown>;
interface Told {
	uid?: unknown;
	caller?: { uid?: unknown };
	data?: { uid?: unknown };
}

/** Who reads a refusal: the sender of the request, otherwise the user the payload is about. */
export async function languageFor(payload: unknown): Promise<string> {
	const { caller, data, uid } = (payload ?? {}) as Told;
	// HOST: with a bearer token the caller is 0, because it is read before NodeBB checks the token.
	const reader = [caller?.uid, uid, data?.uid].map(Number).find(one => one > 0) ?? 0;
	const settings = await hostModule('./src/user').getSettings(Number.isInteger(reader) ? reader : 0);
	return settings.userLang ?? hostModule('./src/meta').config.defaultLang ?? 'en-GB';
}

/**
 * Makes handlers throw refusals as plain text in the reader's language. HOST: src/controllers/helpers.js
 * `generateError` would translate a token itself and leave HTML entities in JSON.
 */
export function translated<H extends Record<string, Handler>>(handlers: H): H {
	const wrapped = Object.entries(handlers).map(([name, handle]) => [name, async (payload: never) => {
		try {
			return await handle(payload);
		} catch (error) {
			if (error instanceof RefusedError) {
				error.message = await sentenceOf(error.refusal, await languageFor(payload));
			}
			throw error;
		}
	}]);
	return Object.fromEntries(wrapped) as H;
}
