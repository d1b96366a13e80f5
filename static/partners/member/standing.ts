import { say } from 'forum-terms/kit/dom';
import type { Standing } from 'forum-terms/partners/member/strike-model';

export const stageWord = (stage: string): Promise<string> => say(`forum-terms:strike.stage.${stage}`);

const counted = (noun: 'points' | 'people', count: number) =>
	say(`forum-terms:strike.count.${noun}.${count === 1 ? 'one' : 'many'}`, count);

/** Points, people and stage of now, as a sentence. */
export async function nowSentence({ points, people, stage }: Pick<Standing, 'points' | 'people' | 'stage'>): Promise<string> {
	return `${await say('forum-terms:strike.standing.label')}: ${await say('forum-terms:strike.standing.points',
		await counted('points', points), await counted('people', people), await stageWord(stage))}`;
}

/** At how many points from how many people the next stage begins, as a sentence; empty when there is none. */
export async function nextSentence({ points, people, next }: Pick<Standing, 'points' | 'people' | 'next'>): Promise<string> {
	if (!next) {
		return '';
	}
	const [word, neededPoints, neededPeople] = await Promise.all([
		stageWord(next.stage), counted('points', points + next.points), counted('people', people + next.people),
	]);
	return next.points === 0 ? say('forum-terms:strike.next.people', neededPeople, word) :
		next.people === 0 ? say('forum-terms:strike.next.points', neededPoints, word) :
			say('forum-terms:strike.next.both', neededPoints, neededPeople, word);
}
