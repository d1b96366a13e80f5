import { namesIn } from '../../kernel/names';
import type { Host } from '../../kernel/host/ports';
import { readSettings, type SettingSpecs, type SettingValues } from '../../kernel/settings';
import type { Slice } from '../../kernel/slice';
import { paceOf, type Pace } from '../pace';
import { forumSecret } from './secret';
import { forumSettings } from './settings';

/** What every slice needs of this forum beside its host. */
export interface Forum {
	/** For keyed hashes; never changes, or pseudonyms would. */
	secret(): Promise<string>;
	/** Groups whose members are asked, and never stopped: administrators and robots, by setting. */
	exemptGroups(): Promise<string[]>;
	isExempt(uid: number): Promise<boolean>;
	/** Reads the settings of a slice as they are at that moment. */
	settings<S extends SettingSpecs>(specs: S): () => Promise<SettingValues<S>>;
	pace: Pace;
	/** Its own settings, as one more slice. */
	slice: Slice;
}

export function forumOf(host: Pick<Host, 'database' | 'cache' | 'settings' | 'members' | 'clock'>): Forum {
	const { members } = host;
	const reader = <S extends SettingSpecs>(specs: S) => async () => readSettings(specs, await host.settings.read());
	const own = reader(forumSettings);
	return {
		secret: forumSecret(host),
		settings: reader,
		pace: paceOf(host),
		slice: {
			name: 'forum', clause: '2', settings: forumSettings,
			// The default is a choice too, once somebody has looked at it and saved it.
			setup: [{
				name: 'exempt', opens: 'setting-exemptGroups',
				isDone: async () => (await host.settings.read()).exemptGroups !== undefined,
			}],
		},
		async exemptGroups() {
			const { exemptAdministrators, exemptGroups } = await own();
			return [...exemptAdministrators ? ['administrators'] : [], ...namesIn(exemptGroups)];
		},
		async isExempt(uid) {
			const { exemptAdministrators, exemptGroups } = await own();
			const groups = namesIn(exemptGroups);
			return (exemptAdministrators && await members.isAdministrator(uid)) ||
				(groups.length > 0 && members.isMemberOfAny(uid, groups));
		},
	};
}
