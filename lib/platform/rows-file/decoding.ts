export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/** After a byte order mark, broken bytes become U+FFFD. */
const marks: readonly { bytes: readonly number[]; label: string; encoding: Encoding }[] = [
	{ bytes: [0xEF, 0xBB, 0xBF], label: 'utf-8', encoding: 'UTF-8' },
	{ bytes: [0xFF, 0xFE], label: 'utf-16le', encoding: 'UTF-16' },
	{ bytes: [0xFE, 0xFF], label: 'utf-16be', encoding: 'UTF-16' },
];

/** Bytes 0x80 to 0x9F; Node 20's `TextDecoder` decodes them as control characters. */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

const windows1252 = (bytes: Buffer) =>
	bytes.toString('latin1').replace(/[\x80-\x9F]/g, sign => upper[sign.charCodeAt(0) - 0x80] ?? sign);

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** UTF-8 with some broken bytes, which become U+FFFD, if more of its letters beyond ASCII are whole than broken. */
function damagedOrWindows(bytes: Buffer): { text: string; encoding: Encoding } {
	const text = new TextDecoder('utf-8').decode(bytes);
	return countOf(text, /[^\0-\x7F\uFFFD]/gu) > countOf(text, /\uFFFD/g) ?
		{ text, encoding: 'UTF-8' } : { text: windows1252(bytes), encoding: 'Windows-1252' };
}

/** The text of a file and its encoding: what is not UTF-8 is Windows-1252. */
export function decoded(bytes: Buffer): { text: string; encoding: Encoding } {
	const mark = marks.find(one => one.bytes.every((byte, index) => bytes[index] === byte));
	if (mark) {
		return { text: new TextDecoder(mark.label).decode(bytes), encoding: mark.encoding };
	}
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
	} catch {
		return damagedOrWindows(bytes);
	}
}
