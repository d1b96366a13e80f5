import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../lib/kernel/formats/canonical';
import type { Keyring } from '../../lib/platform/sealed-book/keyring';
import { checkReceipt, checkReceiptText } from '../../lib/terms/ledger/receipt';
import { ledgerOf } from '../builders/terms';

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Texts that differ in one character at a place: it is another one, gone, in other case, or has one before it. */
function changesAt(text: string, index: number, others: readonly string[]): string[] {
	const [before, at, after] = [text.slice(0, index), text.charAt(index), text.slice(index + 1)];
	const otherCase = at === at.toLowerCase() ? at.toUpperCase() : at.toLowerCase();
	return [
		`${before}${after}`, `${before}${otherCase}${after}`,
		...others.flatMap(other => [`${before}${other}${after}`, `${before}${other}${at}${after}`]),
	].filter(changed => changed !== text);
}

type Place = readonly (string | number)[];

function stringsIn(value: Json | undefined, place: Place = []): { place: Place; text: string }[] {
	if (typeof value === 'string') {
		return [{ place, text: value }];
	}
	return typeof value === 'object' && value !== null ?
		Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, [...place, key])) : [];
}

function withText<T>(value: T, [key = '', ...rest]: Place, text: string): T {
	const copy = structuredClone(value) as Record<string, unknown>;
	copy[key] = rest.length > 0 ? withText(copy[key], rest, text) : text;
	return copy as T;
}

describe('a receipt in which one character is another', () => {
	let [json, receipt, ring]: [string, Record<string, Json>, Pick<Keyring, 'all'>] = ['', {}, { all: [] }];
	before(async () => {
		const terms = await ledgerOf(5);
		await terms.seals.sealNow();
		const record = await terms.ledger.record(1);
		assert.ok(record);
		receipt = await terms.provenReceipt(record);
		json = JSON.stringify(receipt);
		ring = await terms.keyring();
		assert.equal(checkReceipt(receipt, ring), 'valid');
	});

	/** What is said of a text that is not the receipt; whoever says otherwise is named. */
	function stillValid(texts: readonly string[]): string[] {
		return texts.filter((text) => {
			const verdict = checkReceiptText(text, ring);
			return verdict === 'valid' && !isDeepStrictEqual(JSON.parse(text), receipt);
		});
	}

	it('is never valid, whichever character of the whole text it is', () => {
		for (let index = 0; index <= json.length; index += 1) {
			assert.deepEqual(stillValid(changesAt(json, index, ['-'])), []);
		}
	});

	it('is never valid, whatever stands at any place of what is signed, hashed or proven', () => {
		const encoded = stringsIn(receipt).filter(({ place, text }) =>
			place[0] === 'proof' || place[0] === 'signature' || /^[0-9a-f]{16,}$/.test(text));
		assert.ok(encoded.length >= 9, `${encoded.length} encoded values`);
		for (const { place, text } of encoded) {
			const changes = [
				...[0, text.length].flatMap(index => changesAt(text, index, ['=', '!', ' ', '\n', '\u200b', '+', 'A'])),
				...changesAt(text, text.length - 1, [...base64url]),
			];
			for (const changed of changes) {
				assert.notEqual(checkReceipt(withText(receipt, place, changed), ring), 'valid', `${place.join('.')}: ${changed}`);
			}
		}
	});

	it('is not valid with a field more, whatever its name, at any depth', () => {
		for (const name of ['extra', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '']) {
			for (const opening of [...json.matchAll(/\{/g)].map(({ index }) => index)) {
				const more = `${json.slice(0, opening + 1)}${JSON.stringify(name)}:"x",${json.slice(opening + 1)}`;
				assert.notEqual(checkReceiptText(more, ring), 'valid', `${name} at ${opening}`);
			}
		}
	});

	it('is not valid when a field stands in it twice: a reader sees the first, a program the last', () => {
		const twice = json.replace('"version":', '"version":"forum-9","version":');
		assert.equal(isDeepStrictEqual(JSON.parse(twice), receipt), true);
		assert.equal(checkReceiptText(twice, ring), 'altered');
	});

	it('is not valid with a number written in a way that says the same', () => {
		assert.match(json, /"index":0/);
		assert.equal(checkReceiptText(json.replace('"index":0', '"index":-0'), ring), 'altered');
	});

	it('stays valid with line breaks and blanks between its fields', () => {
		assert.equal(checkReceiptText(JSON.stringify(receipt, null, 2), ring), 'valid');
		assert.equal(checkReceiptText(`\n ${json}\n`, ring), 'valid');
	});

	it('cannot be read as half a receipt', () => {
		assert.equal(checkReceiptText(json.slice(0, 200), ring), 'unreadable');
	});
});
