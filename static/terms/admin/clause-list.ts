import { element, say } from 'forum-terms/kit/dom';

/** What the server found in a draft: its clauses, cited clauses that are missing, headings without a number. */
export interface DraftClauses {
	clauses: { clause: string; heading: string }[];
	missing: string[];
	unread: string[];
}

const partsOf = (clause: string) => /^(.*?)(\d+)$/.exec(clause)?.slice(1) ?? [];

/** `1, 2, 4, 4.1 to 4.12`: consecutive clauses of one section as a range. */
async function rangesOf(clauses: readonly string[]): Promise<string> {
	const runs: string[][] = [];
	for (const clause of clauses) {
		const [before, run = []] = [runs.at(-1)?.at(-1) ?? '', runs.at(-1)];
		const [[stem, number], [stemBefore, numberBefore]] = [partsOf(clause), partsOf(before)];
		const isNext = stem !== '' && stem === stemBefore && Number(number) === Number(numberBefore) + 1;
		void (isNext ? run.push(clause) : runs.push([clause]));
	}
	const texts = await Promise.all(runs.map(async run => (run.length < 3 ? run.join(', ') :
		say('admin/plugins/forum-terms:draft.clause-range', run[0] ?? '', run.at(-1) ?? ''))));
	return texts.join(', ');
}

/** Lists the clauses found, and those that decisions cite but the text lacks. */
export async function clauseList({ clauses, missing, unread }: DraftClauses): Promise<HTMLElement[]> {
	const found = clauses.map(({ clause }) => clause).filter(clause => clause !== 'preamble');
	const warning = (text: string) => element('p', { class: 'text-warning-emphasis mb-0' }, text);
	return [
		element('p', { class: 'mb-0' }, found.length === 0 ? await say('admin/plugins/forum-terms:draft.clauses-none') :
			await say('admin/plugins/forum-terms:draft.clauses-found', await rangesOf(found))),
		...missing.length > 0 ?
			[warning(await say('admin/plugins/forum-terms:draft.clauses-missing', await rangesOf(missing)))] : [],
		...unread.length > 0 ?
			[warning(await say('admin/plugins/forum-terms:draft.clauses-unread', unread.map(title => `“${title}”`).join(', ')))] : [],
	];
}
