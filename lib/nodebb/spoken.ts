import { RefusedError } from '../kernel/edges';
import { hostModule } from './modules';
import { sentenceOf } from './answer';

type Handler = (payload: never) => Promise<unknown>;
interface Told {
	uid?: unknown;
	caller?: { uid?: unknown; req?: { query?: { lang?: unknown } } };
	data?: { uid?: unknown };
}

/** Who reads a refusal: whoever sent the request, else whoever the payload is about. */
export async function languageFor(payload: unknown): Promise<string> {
	const { caller, data, uid } = (payload ?? {}) as Told;
	const asked = caller?.req?.query?.lang;
	if (typeof asked === 'string' && /^[a-zA-Z-]{2,20}$/.test(asked)) {
		return asked;
	}
	const reader = Number(caller?.uid ?? uid ?? data?.uid ?? 0);
	const settings = await hostModule('./src/user').getSettings(Number.isInteger(reader) && reader > 0 ? reader : 0);
	return settings.userLang ?? hostModule('./src/meta').config.defaultLang ?? 'en-GB';
}

/**
 * Handlers whose refusals leave as a sentence in plain text, in the reader's language.
 * HOST: src/controllers/helpers.js `generateError` would translate a token itself and leave HTML entities in JSON.
 */
export function spoken<H extends Record<string, Handler>>(handlers: H): H {
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
