import { say } from 'forum-terms/kit/dom';
import type { Standing } from 'forum-terms/partners/member/strike-model';

export const stageWord = (stage: string): Promise<string> => say(`forum-terms:strike.stage.${stage}`);

type Noun = 'points' | 'people' | 'needed-points' | 'needed-people';
const counted = (noun: Noun, count: number) => say(`forum-terms:strike.count.${noun}.${count === 1 ? 'one' : 'many'}`, count);

/** The current points, people and stage as a sentence. */
export async function nowSentence({ points, people, stage }: Pick<Standing, 'points' | 'people' | 'stage'>): Promise<string> {
	const facts = [await counted('points', points), await counted('people', people)] as const;
	return stage === 'good' ? say('forum-terms:strike.now', ...facts) : say('forum-terms:strike.now-at', ...facts, await stageWord(stage));
}

/** The points and people at which the next stage begins, as a sentence; empty at the last stage. */
export async function nextSentence({ points, people, next }: Pick<Standing, 'points' | 'people' | 'next'>): Promise<string> {
	if (!next) {
		return '';
	}
	const [neededPoints, neededPeople] = await Promise.all([
		counted('needed-points', points + next.points), counted('needed-people', people + next.people),
	]);
	const at = next.people === 0 ? neededPoints : await say('forum-terms:strike.needed', neededPoints, neededPeople);
	return say(`forum-terms:strike.next.${next.stage}`, at);
}
