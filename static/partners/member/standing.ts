import { say } from 'forum-terms/kit/dom';

/** What is missing until the next stage acts, as the server sends it. */
interface Next { stage: string; points: number; people: number }

export const stageWord = (stage: string): Promise<string> => say(`forum-terms:strike.stage.${stage}`);

/** What is missing until the next stage, as a sentence; empty when there is none. */
export async function nextSentence(next: Next | null): Promise<string> {
	if (!next) {
		return '';
	}
	const word = await stageWord(next.stage);
	return next.points === 0 ? say('forum-terms:strike.next.people', next.people, word) :
		next.people === 0 ? say('forum-terms:strike.next.points', next.points, word) :
			say('forum-terms:strike.next.both', next.points, next.people, word);
}
