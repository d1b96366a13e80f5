import { hasUnreadNumber, numberedTitle } from './clause-number';

const fence = /^\s*(?:```|~~~)/;
const bullet = /^(\s*)[•◦▪‣●○·∙]\s*/u;
const atxHeading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/;
const underline = /^ {0,3}(?:-{2,}|={2,})\s*$/;
const boldLine = /^\s*(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?\s*$/;
const countedLine = /^\s*(\d{1,3})[.)]\s+(\S.*)$/;
/** A line that stands alone like a heading is shorter than a sentence. */
const longestTitle = 100;
const isTitle = (text: string) => text.trim() !== '' && text.length <= longestTitle && !/[.;:,!?]$/.test(text.trim());
/** The usual unnumbered section of terms; decisions cite it. */
const isDefinitions = (title: string) => /^(?:definitions|definitionen|begriffe|begriffsbestimmungen)$/i.test(title);

/** Headings are shorter; on longer lines these patterns would take quadratic time. */
const longestLine = 500;
const found = (pattern: RegExp, line: string) => (line.length > longestLine ? null : pattern.exec(line));

interface Count { section: number; item: number }

const numberAt = (lines: readonly string[], index: number) => Number(found(countedLine, lines[index] ?? '')?.[1] ?? -1);

/** Whether a numbered line is the next section, not the next item of the list above. */
function isSection(lines: readonly string[], index: number, { section, item }: Count): boolean {
	const [line = '', digits, title = ''] = found(countedLine, lines[index] ?? '') ?? [];
	const number = Number(digits);
	const [before = '', after = ''] = [lines[index - 1], lines[index + 1]];
	// A list continues from line to line, unless a sentence ends above and a paragraph begins below.
	const isBetweenTexts = /[.;!]\s*$/.test(before) && after.trim() !== '';
	const mayBeItem = number === 1 || number === item + 1;
	const isInRun = mayBeItem && (numberAt(lines, index + 1) === number + 1 ||
		(number > 1 && numberAt(lines, index - 1) === number - 1 && !isBetweenTexts));
	const isNext = number === section + 1 || (number > section && !mayBeItem);
	return digits !== undefined && isTitle(title) && !isInRun && isNext && !/^\s/.test(line);
}

/** Adds headings to a text without any, such as one pasted from a page: `1. Title` on its own line. */
function withSections(lines: readonly string[]): string[] {
	const count: Count = { section: 0, item: 0 };
	return lines.map((line, index) => {
		const number = numberAt(lines, index);
		if (isSection(lines, index, count)) {
			[count.section, count.item] = [number, 0];
			return `\n## ${line.trim()}\n`;
		}
		count.item = number < 0 ? count.item : number;
		const isAlone = (lines[index - 1] ?? '').trim() === '' && (lines[index + 1] ?? '').trim() === '';
		const alone = isAlone && number < 0 && !/^\d{1,3}\s/.test(line.trim()) ? line.trim().replace(/:$/, '') : '';
		const title = isTitle(alone) ? alone : '';
		return isDefinitions(title) || (title !== '' && numberedTitle(title)) ? `\n## ${title}\n` : line;
	});
}

/**
 * Turns any pasted text into markdown: bullets of word processors become lists, and lines that look like headings
 * (`**7. Bold**`, `1. Title` above a paragraph) become headings. Markdown with headings is kept.
 */
export function outlined(source: string): string {
	let isCode = false;
	const lines = source.split('\n').map((line) => {
		isCode = fence.test(line) !== isCode;
		const bold = isCode ? '' : found(boldLine, line)?.[1]?.trim() ?? '';
		return bold !== '' && (numberedTitle(bold) || isDefinitions(bold)) ? `\n## ${bold}\n` :
			isCode ? line : line.replace(bullet, '$1- ');
	});
	const isMarkdown = lines.some((line, index) => {
		const [, signs = '', title = ''] = found(atxHeading, line.trim()) ?? [];
		const isUnderlined = underline.test(line) && (lines[index - 1] ?? '').trim() !== '';
		return signs.length > 1 || numberedTitle(title) !== null || isUnderlined || fence.test(line);
	});
	return (isMarkdown ? lines : withSections(lines)).join('\n');
}

/** Headings with a numbering that could not be read, so that decisions cannot cite them. */
export function unreadHeadings(source: string): string[] {
	return source.split('\n').flatMap((line) => {
		const title = found(atxHeading, line)?.[2] ?? found(boldLine, line)?.[1] ?? '';
		return hasUnreadNumber(title) ? [title] : [];
	});
}
