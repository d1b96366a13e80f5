import assert from 'node:assert/strict';
import fc from 'fast-check';
import { standingOfVersion } from '../../lib/checklist/profiles/latest-version';
import { judgementsOf } from '../../lib/checklist/asking/rules';
import { comparePbxVersions, parsePbxVersion } from '../../lib/checklist/profiles/version-number';
import { items, known } from '../builders/checklist';

describe('version of the phone system (R3.7)', () => {
	const readable: Record<string, readonly string[]> = {
		'20.8 build 1121': ['20.0.8.1121', 'v20 Update 8 Build 1121', 'V20 update 8 (20.0.8.1121)', 'V20 U8 #1121', 'V20 U8B1121', '20.0.8.1121 (V20 U8)'],
		'20.9': [
			'V20 Update 9', 'Version 20 Update 9', 'V20: Update 9', 'V20 - Update-9', 'V20 \u2013 Update 9', 'v.20 U9', 'V20 Upd. 9',
			'V20 (Update 9)', 'V20/Update 9', 'PRO V20 Update 9', 'v20u9', 'V20_U9', '20 U 9', 'V 20 U 9', 'Version: 20 Update: 9',
			'V20 Up\u200bdate 9', '\uff36\uff12\uff10 Update 9', 'V20\u00a0Update\u00a09', 'V20 Update 9 x64', 'V20 Update 9 r2', 'V20 Update 9 Final',
			'V20 Update 9 - 64 bit', 'V20 Update 9 Enterprise (8 SC)', 'V20 U9 (hosted)', '20.0.9', '3CX V20 Update 9 on Debian 12',
			'Windows 10, V20 Update 9', 'V20 Update 9 at 10.0.0.1',
		],
		'20.9 build 995': [
			'v20.0.9.995', 'Build 20.0.9.995', 'V20 Update 9 (20.0.9.995)', 'V20 Update 9 (Build: 995)', '20.0.9.995 Enterprise 16SC',
			'3CXPhoneSystem 20.0.9.995 (995)',
		],
		'20.7a': ['20 update 7a', 'V20 U7a', 'V20 Update 7 A', 'v20u7a (hosted)'],
		'18.7 build 312': ['18.0 Update 7 (Build 312)', '3CXPhoneSystem 18.0.7.312 (312)', '3CX Version 18.0 Update 7 (Build 312 Release)'],
		'20.3 build 1057': ['20.0 U3 #1057'],
		'20.7 candidate 1': ['version 20 update 7 rc1', 'V20 U7 RC 1', 'V20 Update 7 Release Candidate 1', 'V20 Update 7 (RC1)'],
		'20.9 candidate 0': ['V20 Update 9 Beta', 'V20 U9 preview'],
		'9.4': ['V9 SP4', 'V9 Service Pack 4'],
		'16.7 build 1078': ['16.0.7.1078'],
		'20.4 build 1': ['20.0.4.1'],
	};
	const spelt = (text: string) => {
		const { major, update, letter, build, candidate } = parsePbxVersion(text) ?? { major: 0, update: 0, letter: ' unread', build: null };
		return `${major}.${update}${letter}${build === null ? '' : ` build ${build}`}${candidate === undefined ? '' : ` candidate ${candidate}`}`;
	};
	for (const [version, texts] of Object.entries(readable)) {
		it(`reads ${version} in ${texts.length} spellings`, () => assert.deepEqual(texts.map(spelt), texts.map(() => version)));
	}

	it('law: reads what is put together of the words that posters use', () => {
		const between = fc.constantFrom(' ', '', ' - ', ': ', '/', ', ', ' (', '_', '-');
		fc.assert(fc.property(fc.integer({ min: 9, max: 99 }), fc.integer({ min: 0, max: 99 }), between,
			fc.constantFrom('', '3CX ', 'PRO ', '3CX Version ', 'Enterprise, '), fc.constantFrom('V', 'v', 'Version ', 'v.', 'V '),
			fc.constantFrom('Update ', 'U', 'Upd. ', 'update-', 'UPDATE'), fc.constantFrom('', '.0'), fc.option(fc.nat(99_999)),
			fc.constantFrom(' Build ', ' build: ', 'B', ' #'), (major, update, gap, before, sign, word, zero, build, buildWord) => {
				const text = `${before}${sign}${major}${zero}${gap}${word}${update}${build === null ? '' : `${buildWord}${build}`}`;
				assert.deepEqual(parsePbxVersion(text), { major, update, letter: '', build }, text);
			}), { numRuns: 500 });
	});

	for (const text of ['', 'latest', 'V20', '20', '192.168.0.1', '10.1.2.3', '18.12.416', '18.13.959', 'update 9', '5.0.1.1', '10.0.0.1',
		'V20 Update 100', 'V20 U7 and V18 U7', 'from 18.0.7.312 to 20.0.9.995', 'V20 Update 9 (20.0.8.1121)', 'V20 U9 Build 995 Build 996', 'V20 U7a, V20 U7b',
		'V20 Update 9.5', '\u200b',
	]) {
		it(`asks again for "${text}"`, () => assert.equal(parsePbxVersion(text), null));
	}

	it('orders by major and update before the build, which starts anew each time', () => {
		const sorted = ['18.0.7.312', '20.0.8.1109', '20.0.8.1121', '20.0.9.995', 'V20 Update 10'];
		const versions = sorted.map(text => parsePbxVersion(text));
		for (let i = 1; i < versions.length; i += 1) {
			const [before, after] = [versions[i - 1], versions[i]];
			assert.ok(before && after && comparePbxVersions(before, after) < 0, `${sorted[i - 1]} < ${sorted[i]}`);
		}
	});

	it('takes a candidate for newer than the update before it, and older than its own release', () => {
		const sorted = ['V20 Update 6', 'V20 Update 7 beta', 'V20 Update 7 rc1', 'V20 Update 7 rc2', 'V20 Update 7', 'V20 Update 7a'];
		const versions = sorted.flatMap(text => parsePbxVersion(text) ?? []);
		assert.deepEqual([...versions].reverse().sort(comparePbxVersions), versions);
	});

	it('cannot tell a letter from a build, and stops nobody for that', () => {
		const standing = (answer: string, latest: string) => {
			const [version, held] = [parsePbxVersion(answer), parsePbxVersion(latest)];
			return version && standingOfVersion(version, held);
		};
		assert.deepEqual(['20.0.9.1121', 'V20 U9 Build 1121', 'V20 U9', 'V20 U9a', 'V20 U9b', 'V20 U10', '20.0.8.1121'].map(answer => standing(answer, 'V20 Update 9a')),
			['unclear', 'unclear', 'behind', 'latest', 'ahead', 'ahead', 'behind']);
		assert.deepEqual(['V20 U9a', 'V18 U9a', 'V20 U9B1057', 'V20 Update 9 (20.0.9.995)', 'V20 U9'].map(answer => standing(answer, '20.0.9.1121')),
			['unclear', 'behind', 'behind', 'behind', 'latest']);
		const asked = items({ key: 'version', kind: 'version', behind: 'block' });
		assert.deepEqual(judgementsOf(asked, { version: '20.0.9.1121' }, { tags: [], cid: 1 }, known({ latest: 'V20 Update 9a' }))
			.map(({ standing: found, verdict, problem }) => [found, verdict, problem]), [['unclear', 'record', null]]);
	});

	it('does not hold a missing build against anybody', () => {
		const [spoken, dotted] = [parsePbxVersion('V20 Update 9'), parsePbxVersion('20.0.9.995')];
		assert.equal(spoken && dotted && comparePbxVersions(spoken, dotted), 0);
	});
});
