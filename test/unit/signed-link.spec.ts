import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimedId, signedLinks } from '../../lib/platform/signed-link';

const day = 86_400_000;
const time = { at: Date.UTC(2026, 0, 1) };
const links = signedLinks({ secret: async () => 'secret', clock: { now: () => time.at } });
const linked = fc.record({
	purpose: fc.constantFrom('statement', 'data', 'invitation'), id: fc.stringMatching(/^[a-z0-9]{1,8}$/), subject: fc.string(),
});

describe('a signed link', () => {
	it('opens what it was made for, and says what that is', async () => {
		await fc.assert(fc.asyncProperty(linked, async (one) => {
			const code = await links.code(one);
			assert.equal(claimedId(code), one.id);
			assert.ok(await links.opens(code, { ...one, endsAt: 0 }));
		}));
	});

	it('opens nothing else: another purpose, thing or person', async () => {
		await fc.assert(fc.asyncProperty(linked, linked, async (one, other) => {
			const isSame = JSON.stringify(one) === JSON.stringify(other);
			assert.equal(await links.opens(await links.code(one), { ...other, endsAt: 0 }), isSame);
		}));
		// Parts that only together are the same text.
		const code = await links.code({ purpose: 'a', id: '1', subject: 'x","y' });
		assert.ok(!await links.opens(code, { purpose: 'a', id: '1","x', subject: 'y', endsAt: 0 }));
	});

	it('is found changed by any one character, replaced, added, left out or in other case', async () => {
		await fc.assert(fc.asyncProperty(linked, fc.nat(60), fc.string({ minLength: 1, maxLength: 1 }), fc.nat(3),
			async (one, position, character, how) => {
				const code = await links.code(one);
				const at = position % code.length;
				const [head, tail] = [code.slice(0, at), code.slice(at + 1)];
				const lie = [head + character + tail, head + character + code.slice(at), head + tail,
					head + (code[at] ?? '').toUpperCase() + tail][how] ?? '';
				fc.pre(lie !== code);
				assert.ok(!await links.opens(lie, { ...one, endsAt: 0 }), lie);
			}), { numRuns: 500 });
	});

	it('ends at its moment, and with another secret', async () => {
		const one = { purpose: 'data', id: '7', subject: '9' };
		const code = await links.code(one);
		const moments = [[time.at + 1, true], [time.at, false], [time.at - day, false], [0, true]] as const;
		for (const [endsAt, isOpen] of moments) {
			assert.equal(await links.opens(code, { ...one, endsAt }), isOpen);
		}
		const others = signedLinks({ secret: async () => 'other', clock: { now: () => time.at } });
		assert.ok(!await others.opens(code, { ...one, endsAt: 0 }));
	});
});
