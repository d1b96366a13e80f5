import type { ChecklistItem } from '../profiles/item';

function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The questions in a reply, without quotes, code, addresses and HTML. */
export function questionsIn(content: string): string[] {
	const own = content.replace(/```[\s\S]*?(```|$)/g, ' ').replace(/`[^`\n]*`/g, ' ').replace(/^\s*>.*$/gm, ' ')
		.replace(/<blockquote[\s\S]*?<\/blockquote>/gi, ' ').replace(/\bhttps?:\/\/\S+/gi, ' ').replace(/<[^>]*>/g, ' ');
	const sentences = own.match(/[^.!?\n]*(?:\.(?=\S)[^.!?\n]*)*[.!?\n]?/g) ?? [];
	return sentences.filter(sentence => sentence.endsWith('?')).map(plain).filter(sentence => sentence !== '');
}

/** Keys of the items that these questions are about: they contain one of the item's words. */
export function itemsAskedFor(items: readonly Pick<ChecklistItem, 'key' | 'words'>[], questions: readonly string[]): string[] {
	const says = (word: string) => questions.some(question => ` ${question} `.includes(` ${plain(word)} `));
	return items.filter(({ words = [] }) => words.some(word => plain(word) !== '' && says(word))).map(({ key }) => key);
}
