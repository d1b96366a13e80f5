#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { checkReceiptText, type ReceiptVerdict } from './terms/ledger/receipt';

const exitCodes: Record<ReceiptVerdict, number> = { valid: 0, altered: 1, 'unknown-key': 2 };
const unreadable = 3;

type PublicKeys = Parameters<typeof checkReceiptText>[1]['all'];

/** The keys as `GET /api/v3/plugins/forum-terms/keys` returns them, with or without NodeBB's envelope. */
function keysIn(file: string): PublicKeys {
	const parsed = JSON.parse(readFileSync(file, 'utf8')) as { response?: { keys?: PublicKeys }; keys?: PublicKeys };
	const keys = parsed.response?.keys ?? parsed.keys;
	if (!keys || !Array.isArray(keys)) {
		throw new Error(`${file} holds no list of keys`);
	}
	return keys as PublicKeys;
}

/**
 * `forum-terms-check <receipt.json> <keys.json>`: checks a receipt offline. Prints valid, altered or unknown-key; exit
 * code 0, 1 or 2, and 3 if a file cannot be read.
 */
function main([receiptFile, keysFile]: readonly string[]): number {
	if (!receiptFile || !keysFile) {
		console.error('Usage: forum-terms-check <receipt.json> <keys.json>\n' +
			'The keys are what https://<forum>/api/v3/plugins/forum-terms/keys answers.');
		return unreadable;
	}
	try {
		const verdict = checkReceiptText(readFileSync(receiptFile, 'utf8'), { all: keysIn(keysFile) });
		if (verdict === 'unreadable') {
			console.error(`${receiptFile} holds no JSON`);
			return unreadable;
		}
		console.log(verdict);
		return exitCodes[verdict];
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return unreadable;
	}
}

process.exitCode = main(process.argv.slice(2));
