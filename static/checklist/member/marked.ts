import { element } from 'forum-terms/kit/dom';

const pieces = new RegExp([
	/\\([\\`*_[\]()])/u, /`([^`]+)`/u, /\*\*(?=\S)((?:(?!\*\*).)+)\*\*/u, /(?<![\p{L}\p{N}])__(?=\S)((?:(?!__).)+)__(?![\p{L}\p{N}])/u,
	/\*(?=\S)([^*]+)\*/u, /(?<![\p{L}\p{N}])_(?=\S)([^_]+)_(?![\p{L}\p{N}])/u, /\[([^\]]+)\]\((https?:\/\/[^\s()]+)\)/u,
].map(({ source }) => source).join('|'), 'gu');

/** A line with links, emphasis and code as nodes; anything else stays text. Without script the server renders it. */
export function markedLine(text: string): (Node | string)[] {
	const nodes: (Node | string)[] = [];
	let end = 0;
	for (const found of text.matchAll(pieces)) {
		const [whole, escaped, code, strong, strong2, em, em2, label, href] = found;
		const [bold, slanted] = [strong ?? strong2, em ?? em2];
		nodes.push(text.slice(end, found.index));
		nodes.push(escaped ?? (code === undefined ? bold === undefined ? slanted === undefined ?
			element('a', { href: href ?? '', target: '_blank', rel: 'nofollow ugc noopener' }, ...markedLine(label ?? '')) :
			element('em', {}, ...markedLine(slanted)) : element('strong', {}, ...markedLine(bold)) : element('code', {}, code)));
		end = found.index + whole.length;
	}
	return [...nodes, text.slice(end)].filter(node => node !== '');
}

/** A text of several lines: paragraphs and lists. */
export function markedText(text: string): Node[] {
	const blocks: HTMLElement[] = [];
	for (const line of text.split('\n')) {
		const [, sign = '', item] = /^\s*([-*+]|\d+[.)])\s+(.*)$/.exec(line) ?? [];
		const last = blocks.at(-1);
		if (item !== undefined) {
			const tag = /\d/.test(sign) ? 'ol' : 'ul';
			const list = last?.localName === tag ? last : element(tag, { class: 'mb-1 ps-3' });
			list.append(element('li', {}, ...markedLine(item)));
			blocks.push(...list === last ? [] : [list]);
		} else if (line.trim() !== '') {
			blocks.push(element('span', { class: 'd-block' }, ...markedLine(line.trim())));
		}
	}
	return blocks;
}
