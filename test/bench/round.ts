import { trunkAnswers, type Contender, type Ground } from './contender';

/** `cpuMs`: processor time of the forum's process; NaN where nobody measures it. */
export interface Sample { ms: number; cpuMs: number; commands: number | null }

export type Act = (ground: Ground, round: number) => Promise<{ status: number; text: string }>;

/** What is timed, in the words of the report. */
export const acts: Record<string, Act> = {
	'topic post': ({ member, cid }, round) => member.topic({ cid, title: `Bench topic ${round}` }),
	'topic, 13 answers': ({ member, askedCid }, round) => member.topic({
		cid: askedCid, title: `Bench topic ${round}`, forumTerms: { checklist: { answers: trunkAnswers } },
	}),
	reply: ({ member, replyTid }, round) => member.reply(replyTid, { content: `Another reply, number ${round}.` }),
	"reply, somebody else's topic": ({ other, replyTid }, round) =>
		other.reply(replyTid, { content: `Which trunk is it? Asked ${round} times.` }),
	'category page, JSON': ({ member, cid }) => member.get(`/api/category/${cid}`),
	'topic page (JSON)': ({ member, page }) => member.get(`/api${page}`),
	'topic page (HTML)': ({ member, page }) => member.get(page),
	// Twenty posts of somebody who speaks for a partner, each with its badge.
	'partner page, JSON': ({ member, partnerPage }) => member.get(`/api${partnerPage}`),
	// The gate of somebody whose access has ended elsewhere: every right and every post is looked at.
	'restricted, page': ({ restricted, page }) => restricted.get(`/api${page}`),
	'restricted, reply': ({ restricted, replyTid }, round) =>
		restricted.reply(replyTid, { content: `A reply of somebody restricted, number ${round}.` }),
	'partner page, HTML': ({ member, partnerPage }) => member.get(partnerPage),
};

/** What only the plugin has, measured against a topic post of the bare forum. */
export const ownActs: Record<string, Act> = {
	'checklist, on opening': ({ member, askedCid }) => member.terms.posting(`?cid=${askedCid}`),
	'nothing asked, on opening': ({ member, cid }) => member.terms.posting(`?cid=${cid}`),
	'the terms, JSON': ({ member }) => member.get('/api/forum-terms'),
	'check with 13 answers': ({ member, askedCid }, round) => member.terms.check({
		cid: askedCid, title: `Bench topic ${round}`, content: 'Calls drop after half an hour.',
		forumTerms: { checklist: { answers: trunkAnswers } },
	}),
};

export async function timed(forum: Contender, ground: Ground, act: Act, round: number): Promise<Sample> {
	const before = await forum.commands();
	const start = performance.now();
	const { status, text } = await act(ground, round);
	const ms = performance.now() - start;
	if (status >= 300) {
		throw new Error(`the bench was answered ${status}: ${text.slice(0, 300)}`);
	}
	// Whatever the forum does after its answer belongs to the act as well.
	await new Promise(resolve => setTimeout(resolve, 5));
	const after = await forum.commands();
	return {
		ms, commands: before && after && after.sent - before.sent,
		cpuMs: before && after ? after.cpuMs - before.cpuMs : NaN,
	};
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const [low = 0, high = 0] = [sorted[middle - (1 - (sorted.length % 2))], sorted[middle]];
	return (low + high) / 2;
}
