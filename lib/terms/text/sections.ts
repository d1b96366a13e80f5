import { findLast } from 'lodash';
import type MarkdownIt from 'markdown-it';
import { clauseAnchor } from '../../kernel/refusals/clause';
import { numberedTitle } from './clause-number';

export type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

interface Heading { level: number; text: string; token: Token; index: number; number: string }

/** Headings of the text itself, not inside quotations or lists. */
export function headingsIn(tokens: readonly Token[]): Heading[] {
	return tokens.flatMap((token, index) => {
		const text = tokens[index + 1]?.content ?? '';
		const heading = { level: Number(token.tag.slice(1)), text, token, index, number: numberedTitle(text)?.number ?? '' };
		return token.type === 'heading_open' && token.level === 0 ? [heading] : [];
	});
}

/**
 * The heading level that divides a text: that of the numbered ones, otherwise the second, since the first is the title.
 */
function sectionLevelOf(headings: readonly Heading[]): number {
	const numbered = headings.filter(({ number }) => /^\d+$/.test(number));
	const all = numbered.length > 0 ? numbered : headings;
	const levels = all.map(({ level }) => level);
	return numbered.length === 0 && levels.includes(2) ? 2 : Math.min(...levels);
}

const definitions = /^(?:definitionen|begriffe|begriffsbestimmungen)$/;

/** `definitions` for such an unnumbered heading, in German too, because decisions cite it. */
export function slugOf(title: string): string {
	const slug = title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
	return definitions.test(slug) ? 'definitions' : slug || 'section';
}

/** Ids with unique anchors. Text before the first heading is `preamble`. */
function idsApart() {
	const taken = new Set([clauseAnchor('preamble')]);
	return (wanted: string): string => {
		let id = wanted;
		// A repeated number would make a citation ambiguous, so the second one gets a suffix.
		for (let count = 2; taken.has(clauseAnchor(id)); count += 1) {
			id = `${wanted}-${count}`;
		}
		taken.add(clauseAnchor(id));
		return id;
	};
}

/** A clause and its lines in the text. */
export interface Marker { line: number; end: number; id: string; heading: string }

/** Numbers every section, and every top-level item of an ordered list below it. */
export function markClauses(tokens: readonly Token[]): Marker[] {
	const markers: Marker[] = [];
	const headings = headingsIn(tokens);
	const [apart, sectionLevel] = [idsApart(), sectionLevelOf(headings)];
	const above: Heading[] = [];
	let [section, item, list] = ['', 0, null as Token | null];
	const mark = (token: Token, wanted: string, heading: string): boolean => {
		const id = apart(wanted);
		token.attrSet('id', clauseAnchor(id));
		markers.push({ line: token.map?.[0] ?? 0, end: token.map?.[1] ?? 0, id, heading });
		return id === wanted;
	};
	function markHeading(heading: Heading): void {
		const { level, text, token, number } = heading;
		above.splice(0, above.length, ...above.filter(one => one.level < level));
		const parent = findLast(above, one => one.number !== '')?.number ?? '';
		const isTitle = markers.length === 0 && (level < sectionLevel || (level === 1 && headings.some(one => one.number !== '')));
		if (number !== '' || (level <= sectionLevel && !isTitle)) {
			section = number === '' ? slugOf(text) : /^\d+$/.test(number) && parent !== '' ? `${parent}.${number}` : number;
			mark(token, section, text);
			above.push({ ...heading, number: number === '' ? '' : section });
		} else {
			token.attrSet('id', clauseAnchor(apart(`about-${slugOf(text)}`)));
		}
	}
	tokens.forEach((token, index) => {
		const heading = headings.find(one => one.index === index);
		if (heading) {
			markHeading(heading);
		} else if (token.type === 'ordered_list_open' && token.level === 0) {
			[item, list] = [Number(token.attrGet('start') ?? 1) - 1, token];
		} else if (token.type === 'list_item_open' && token.level === 1 && /^[.)]$/.test(token.markup) &&
			(section !== '' || headings.length === 0)) {
			item += 1;
			const number = section === '' ? String(item) : `${section}.${item}`;
			if (mark(token, number, '') && /^\d/.test(section)) {
				list?.attrSet('class', 'forum-terms-numbered');
				token.meta = { number };
			}
		}
	});
	return markers;
}
