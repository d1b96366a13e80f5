import { textOf } from '../../kernel/formats/text';
import { after, type Soon } from '../../kernel/host/soon';
import { hostModule } from '../core/modules';

export const defaultLanguage = (): string => hostModule('./src/meta').config.defaultLang ?? 'en-GB';

/** A code of NodeBB's, such as `sr@latin`. */
const isCode = (language: string) => /^[\w@-]{2,20}$/.test(language);

/**
 * The language that somebody reads in; the forum's own for guests. HOST: src/user/settings.js `getSettings` builds all
 * settings anew, and a post cannot wait for that; src/database/redis/hash.js keeps the row, or null for none.
 * src/controllers/authentication.js stores any text that a registration names as its language.
 */
export function languageOfReader(uid: number): Soon<string> {
	const [database, key] = [hostModule('./src/database'), `user:${uid}:settings`];
	const kept = uid > 0 ? database.objectCache?.get(key) : null;
	return after(kept === undefined ? database.getObject(key) : kept, (row) => {
		const own = textOf(row?.userLang);
		return isCode(own) ? own : defaultLanguage();
	});
}
