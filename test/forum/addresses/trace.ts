import type { Forum } from '../../driver/forum';
import type { Written } from '../../nodebb/write-recorder';

/** What a forum writes by itself, or whenever somebody is there; none of it is what an address was asked for. */
const byTheWay: readonly { key: RegExp; text?: Pick<RegExp, 'test'> }[] = [
	{ key: /^(users:online|topics:scheduled|locks|tokens:lastSeen|ip:recent|errors:404|ap:retry:queue)$/ },
	{ key: /^(uid:\d+:ip|ip:.*:uid|analytics.*|cronJob:.*)$/ },
	{ key: /^global$/, text: /loginCount/ },
	// HOST: src/notifications.js `push` delivers a moment later what an earlier request told of.
	{ key: /^(uid:\d+:notifications:(un)?read|web-push:.*)$/ },
	// A mutex of ours for as long as somebody looks whether it may be done.
	{ key: /^forum-terms:lease/ },
	// How often somebody came is counted, so that nobody causes records without an end.
	{ key: /^forum-terms:pace:/ },
	// Clause 4.12: who tried to look at another company's account is on record.
	{ key: /^forum-terms:partner-event:\d+$/, text: /"kind\\":\\"peeked\\"|"again"/ },
	{ key: /^forum-terms:partner-events(-of:.*)?$/ },
	// That a text was shown to somebody is known by itself.
	{ key: /^forum-terms:member:\d+:claims$/, text: /shown:/ },
	{ key: /^forum-terms:record:\d+$/, text: /"event":"shown"/ },
	{ key: /^forum-terms:(ledger|member:\d+:records)$/ },
	// The job that seals decisions notes how far it came.
	{ key: /^forum-terms:decisions$/, text: /"(horizon|lastSeal|looked)/ },
	{ key: /^forum-terms:decisions-seal:\d+$/ },
	// The job seals every ten minutes; a seal of another moment was asked for.
	{ key: /^forum-terms:seal:\d+$/, text: { test: text => Number(/"at":(\d+)/.exec(text)?.[1]) % 600_000 < 5_000 } },
];

const isByTheWay = ({ keys, text }: Written): boolean => keys.every(key =>
	byTheWay.some(known => known.key.test(key) && (known.text?.test(text) ?? true)));

/** What was written since this was asked last, without what is written anyway: one line per write. */
export async function traces(forum: Forum): Promise<string[]> {
	return (await forum.host.writes()).filter(write => !isByTheWay(write))
		.map(({ verb, keys, text }) => `${verb} ${keys.join(' ')} ${text}`);
}
