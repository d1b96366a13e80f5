import assert from 'node:assert/strict';
import { parsePbxVersion } from '../../lib/checklist/profiles/version-number';

/** Written by hand, the way posters write it in public threads and bug reports. */
const written: Record<string, readonly string[]> = {
	'20.9': [
		'we are on V20 U9', 'running v20 update 9 here', '3CX v20 Update 9, self hosted', 'V20, Update 9 (Debian)', 'version: v20u9',
		'currently V20 update 9 ENT', '3cx v20 up9', 'V20 Upd9', 'V20.0 Update 9', 'V20 UPDATE 9 FINAL', 'V20-U9', 'v20 / u9',
		'V20 Update: 9', 'V20 Update #9', 'V20Update9', 'Version 20, Update 9 with all patches', 'update 9 of v20', 'U9 (v20)',
		'Update 9 for 3CX Version 20', '3CX 20 U9', 'v20 with update 9', 'v20 on update 9', 'V20 mit Update 9', 'Version 20 Aktualisierung 9',
		'V20 mise à jour 9', 'V20 actualización 9', 'v20 aggiornamento 9', 'V20 обновление 9', 'V20 Update 9?', 'StartUP, v20 U9',
		'SMB V20 Update 9 hosted by 3CX', 'V20 Update 9 PRO 16SC', 'T54W on 96.86.0.75, PBX V20 Update 9', 'Windows 10 Update 22H2, V20 U9',
		'Ubuntu 22.04 SBC, v20 update 9', 'V20 U9 64bit', 'V20 Update 9 on a Raspberry Pi 4', 'V20 Update 9!!', 'PBX = V20 U9', 'V20 Update 9\nDebian 12',
		'3CX\u00ae V20\u00ae Update 9', 'V20 Update 9 on ESXi 7.0 U3', 'VMware 8.0 U2b, V20 U9', 'V20 Update 9 (U9)', 'V20 U9, Windows 11 Update 24H2',
	],
	'20.9 build 995': [
		'3CX 20.0.9.995', 'v20.0.9 build 995', 'Build number 995, V20 Update 9', 'V20 Update 9 Build no. 995', 'V20 U9 b995', '20.0.9 (995)',
		'20.0.9-995', 'V20 Update 9, 20.0.9.995', 'V20 Update 9 (20.0.9.995) Enterprise', '3CX Phone System 20.0.9.995 on Linux', 'V20 U9 build nr. 995', 'v20_update_9_build_995',
	],
	'20.8 build 1121': ['v20 Update 8 Build 1121', 'V20 upd 8 - build: 1121', 'it says 20.0.8.1121 in the console'],
	'20.10 candidate 0': ['V20 Update 10 Alpha', '20.0.10 beta', 'v20 u10 (preview)', 'V20 Update 10 RC'],
	'20.10 build 120 candidate 2': ['20.0.10.120 RC2', 'V20 Update 10 RC 2 (20.0.10.120)'],
	'20.4 build 487': ['Version 20.0 Update 4 (Build 487 Release)', '3CX v20 ENT, 20.0 Update 4 (Build 487)'],
	'20.7a': ['V20 Update 7a', 'v20 u7a, Debian', 'V20 Update 7 A'],
	'18.6 build 908': ['18.0 Update 6 (Build 908)', '3CX 18.0.6.908', 'v18 update 6 b908'],
	'18.5': ['v18 update 5 hotfix 2', 'V18 U5 HF2', '3CX V18, update 5'],
	'16.7': ['V16 Update 7', 'version 16 u7 (last one)', 'V16 Update 7 SP1'],
	'15.6': ['V15.5 SP6', 'Version 15.5 Service Pack 6', 'V15.5 Update 6'],
	'12.2': ['V12.5 SP2', '3CX 12 SP2'],
	'9.4': ['v9 sp 4', '3CX Version 9 ServicePack 4'],
	none: [
		'V20', 'the latest one', 'newest as of today', 'Update 9', 'u9', 'v20.9', 'V20 U7 or U8', 'V20 Update 8 -> 9', 'V20 Update 8/9', 'V20 Update 7 to 9',
		'from V18 U7 to V20 U9', 'PBX 20.0.9.995, SBC 20.0.8.55', 'desktop app 18.13.959', 'V20 Update nine', '192.168.178.1', '20.0', 'no idea',
		'V20 Update 9.1', '3CX', 'V20 Update 100', 'updated from U8 to U9 on V20', 'V20 Update 9, before it was Update 8', 'ESXi 7.0 U3',
		'V20 Update 10 RC1, V20 Update 10 RC2', `${'x'.repeat(200)} V20 U9`,
	],
};

const spelt = (text: string) => {
	const version = parsePbxVersion(text);
	if (!version) {
		return 'none';
	}
	const { major, update, letter, build, candidate } = version;
	const built = build === null ? '' : ` build ${build}`;
	return `${major}.${update}${letter}${built}${candidate === undefined ? '' : ` candidate ${candidate}`}`;
};

/** A name, a version, an update and what follows side by side, a few steps apart so that they differ. */
function generated(count: number): { text: string; version: string }[] {
	const names = ['', '3CX ', '3CX Phone System ', 'PRO, ', 'hosted: ', 'PBX is ', '3CX® '];
	const signs = ['V', 'v', 'Version ', 'v.', 'version: ', 'V '];
	const gaps = [' ', '', ', ', ' - ', ': ', ' (', '/', '\u00a0', ' \u2013 ', '_', '.0 '];
	const words = ['Update ', 'update ', 'U', 'u', 'Upd. ', 'UPDATE-', 'Up', 'U '];
	const after = [
		['', ''], [' Build 712', ' build 712'], [' (Build 712)', ' build 712'], [' #712', ' build 712'], [' RC1', ' candidate 1'], [', Debian 12', ''],
		[' Final', ''], [' x64', ''], ['b712', ' build 712'], [' \u200b', ''], [' on Windows Server 2022', ''], [' 8SC Enterprise', ''], ['a', 'a'],
	] as const;
	return Array.from({ length: count }, (_none, index) => {
		const pick = <T>(all: readonly T[], step: number) => all[(index * step) % all.length] as T;
		const [major, update] = [pick([20, 18, 16, 21, 15], 1), (index * 7) % 13];
		const [suffix, said] = pick(after, 5);
		const text = `${pick(names, 3)}${pick(signs, 1)}${major}${pick(gaps, 2)}${pick(words, 3)}${update}${suffix}`;
		const version = said === 'a' ? `${major}.${update}a` : `${major}.${update}${said}`;
		return { text, version };
	});
}

describe('150 spellings of a version (R3.7)', () => {
	for (const [version, texts] of Object.entries(written)) {
		it(`reads ${version} in ${texts.length} ways that people write it`, () =>
			assert.deepEqual(texts.map(text => `${text}: ${spelt(text)}`), texts.map(text => `${text}: ${version}`)));
	}

	it('reads 75 that are put together of the same pieces', () => {
		const all = generated(75);
		assert.deepEqual(all.map(({ text }) => `${text}: ${spelt(text)}`), all.map(({ text, version }) => `${text}: ${version}`));
		assert.equal(new Set(all.map(({ text }) => text)).size, 75);
	});

	it('are at least 150, half of them by hand', () => {
		const byHand = Object.values(written).flat();
		assert.ok(byHand.length >= 75 && new Set(byHand).size === byHand.length, String(byHand.length));
	});
});
