import { range } from 'lodash';
import { trunkAnswers, type Contender, type Ground } from './contender';

/** Of one request. `cpuMs`: processor time of the forum's process; NaN where nobody measures it. */
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

/** What an act may cost beside the bare forum: a share of its time, and database commands more. */
export const goals: Record<string, { ratio?: number; commands: number }> = {
	'topic post': { ratio: 1.03, commands: 0 },
	'topic, 13 answers': { ratio: 1.08, commands: 6 },
	reply: { ratio: 1.03, commands: 0 },
	"reply, somebody else's topic": { ratio: 1.03, commands: 0 },
	'category page, JSON': { commands: 0 },
	'topic page (JSON)': { ratio: 1.02, commands: 0 },
	'topic page (HTML)': { ratio: 1.01, commands: 0 },
	'partner page, JSON': { ratio: 1.03, commands: 2 },
	'restricted, page': { ratio: 1.03, commands: 0 },
	'restricted, reply': { ratio: 1.04, commands: 0 },
	'partner page, HTML': { ratio: 1.03, commands: 2 },
};

/** One request, or the average of a block of them. */
export async function timed(forum: Contender, ground: Ground, act: Act, round: number, times = 1): Promise<Sample> {
	const before = await forum.commands();
	const start = performance.now();
	for (const turn of range(times)) {
		const { status, text } = await act(ground, round * times + turn);
		if (status >= 300) {
			throw new Error(`the bench was answered ${status}: ${text.slice(0, 300)}`);
		}
	}
	const ms = (performance.now() - start) / times;
	// Whatever the forum does after its answer belongs to the act as well.
	await new Promise(resolve => setTimeout(resolve, 5));
	const after = await forum.commands();
	return {
		ms, commands: before && after && (after.sent - before.sent) / times,
		cpuMs: before && after ? (after.cpuMs - before.cpuMs) / times : NaN,
	};
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const [low = 0, high = 0] = [sorted[middle - (1 - (sorted.length % 2))], sorted[middle]];
	return (low + high) / 2;
}
