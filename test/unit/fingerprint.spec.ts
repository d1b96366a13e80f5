import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isEqual } from 'lodash';
import { vendorFingerprint } from '../../lib/customers/claims/seal';
import { fingerprint, isSameFingerprint, pseudonymOf } from '../../lib/platform/fingerprint';
import { packageRoot } from '../sandbox/server/sandbox';

/** Texts made of what separates fields somewhere. */
const hostile = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '"', ',', '[', ']', '\\', '.', '\u0000', '\ud800') });
const purpose = fc.constantFrom('link/v1' as const, 'promise/v1' as const, 'promise/v2' as const);
const signed = fc.tuple(purpose, fc.array(hostile, { maxLength: 3 }));
const secret = fc.constantFrom('secret', 'another');

describe('a fingerprint', () => {
	it('law: is the same for the same secret, purpose and parts only; no part can be taken for two', () => {
		fc.assert(fc.property(secret, signed, secret, signed, (ours, one, theirs, other) => {
			const isSame = isSameFingerprint(fingerprint(ours, ...one), fingerprint(theirs, ...other));
			assert.equal(isSame, ours === theirs && isEqual(one, other));
		}), {
			numRuns: 1000, examples: [
				['secret', ['link/v1', ['a', 'b']], 'secret', ['link/v1', ['a\nb']]],
				['secret', ['link/v1', ['', 'a']], 'secret', ['link/v1', ['\na']]],
				['secret', ['link/v1', ['a","b']], 'secret', ['link/v1', ['a', 'b']]],
			],
		});
	});

	it('is told from every other text, of whatever length', () => {
		fc.assert(fc.property(signed, fc.string(), fc.nat(64), (one, text, end) => {
			const made = fingerprint('secret', ...one);
			assert.equal(isSameFingerprint(made, made), true);
			const others = [text, made.slice(0, end), `${made}${text}`, made.toUpperCase()];
			for (const lie of others.filter(other => other !== made)) {
				assert.equal(isSameFingerprint(made, lie), false, lie);
			}
		}));
	});

	it('keeps the bytes that others depend on: the vendor fingerprint of a key, the pseudonym in signed records', () => {
		assert.equal(vendorFingerprint('0123456789abcdef0123456789abcdef', 'ABCD-EFGH'),
			'ad6b15a36cc76a97b9c0f2f2cec5f43d178647bfbd6f6b0bef990b81e7b11c39');
		assert.equal(pseudonymOf('secret', 7), '4ca7c83731e82ec75d407b2950fef9a7');
	});

	it('is made in one place; each purpose belongs to one file, and bytes of another form are those of the two documented formats', () => {
		const sources = new Map((readdirSync(join(packageRoot, 'lib'), { recursive: true }) as string[])
			.filter(path => path.endsWith('.ts') && path !== join('platform', 'fingerprint.ts'))
			.map(path => [path, readFileSync(join(packageRoot, 'lib', path), 'utf8')]));
		const having = (pattern: RegExp) =>
			[...sources].filter(([, text]) => pattern.test(text)).map(([path]) => path).sort();
		assert.deepEqual(having(/createHmac|timingSafeEqual/), []);
		assert.deepEqual(having(/hmacOf\(/), [
			join('customers', 'claims', 'seal.ts'), join('platform', 'exchange', 'signed-request.ts'),
		]);
		const purposes = [...sources.values()].flatMap(text =>
			[...text.matchAll(/fingerprint\([^']*'([^']+)'/g)].map(([, name]) => name));
		assert.ok(purposes.length >= 6, String(purposes));
		assert.deepEqual([...new Set(purposes)].sort(), [...purposes].sort());
	});
});
