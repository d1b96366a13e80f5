import { namesIn } from '../../kernel/formats/names';
import type { Host } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { atOnce, now, type Soon } from '../../kernel/host/soon';
import { settingsReader, type SettingSpecs, type SettingValues } from '../../kernel/slice/settings';
import type { Slice } from '../../kernel/slice/slice';
import { paceOf, type Pace } from '../pace';
import { forumSecret } from './secret';
import { forumSettings } from './settings';

/** What every slice needs from the forum, besides the host. */
export interface Forum {
	/** For fingerprints; never changes, because pseudonyms would change too. */
	secret(): Promise<string>;
	/** Groups whose members are asked but never stopped, by setting: administrators and bots. */
	exemptGroups(): Promise<string[]>;
	isExempt(uid: number): Soon<boolean>;
	/** The staff of a category, of a minute ago at most: enough for a mark or a count, never for a right. */
	staffOf(cid: number): Soon<ReadonlySet<number>>;
	/** A reader for the current settings of a slice. */
	settings<S extends SettingSpecs>(specs: S): () => Soon<SettingValues<S>>;
	pace: Pace;
	/** The forum's own settings, as a slice. */
	slice: Slice;
}

export function forumOf(host: Pick<Host, 'database' | 'cache' | 'settings' | 'members' | 'clock' | 'places'>): Forum {
	const { members } = host;
	const staff = readThrough<ReadonlySet<number>>(host.cache('forum-terms-staff', { max: 1000, ttlSeconds: 60 }),
		async cid => new Set(await host.places.staffOf(Number(cid))));
	const reader = <S extends SettingSpecs>(specs: S) => settingsReader(specs, host.settings);
	const own = reader(forumSettings);
	return {
		secret: forumSecret(host),
		staffOf: cid => staff.get(String(cid)),
		settings: reader,
		pace: paceOf(host),
		slice: {
			name: 'forum', clause: '2', settings: forumSettings,
			// The default counts as chosen once somebody has seen and saved it.
			setup: [{
				name: 'exempt', opens: 'setting-exemptGroups',
				isDone: async () => (await host.settings.read()).exemptGroups !== undefined,
			}],
		},
		async exemptGroups() {
			const { exemptAdministrators, exemptGroups } = await own();
			return [...exemptAdministrators ? ['administrators'] : [], ...namesIn(exemptGroups)];
		},
		isExempt: atOnce(function* (uid) {
			const { exemptAdministrators, exemptGroups } = yield* now(own());
			const groups = namesIn(exemptGroups);
			return (exemptAdministrators && (yield* now(members.isAdministrator(uid)))) ||
				(groups.length > 0 && (yield* now(members.isMemberOfAny(uid, groups))));
		}),
	};
}
