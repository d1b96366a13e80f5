type Strings = Record<string, unknown>;

const namespaces = new Map<string, Promise<Strings>>();
const token = /\[\[([a-zA-Z0-9/_-]+):([^\],[]+)((?:,[^[\]]*)?)\]\]/g;

function load(namespace: string): Promise<Strings> {
	const kept = namespaces.get(namespace);
	if (kept) {
		return kept;
	}
	const url = `/assets/language/${window.config.userLang}/${namespace}.json`;
	const fresh = fetch(url).then(answer => answer.json() as Promise<Strings>);
	namespaces.set(namespace, fresh);
	return fresh;
}

function at(strings: Strings, key: string): unknown {
	return strings[key] ?? key.split('.').reduce<unknown>((inner, part) => (inner as Strings | undefined)?.[part], strings);
}

/** A fact as NodeBB puts it in: decoded, so `&#44;` is a comma again, then escaped. */
const escaped = (text: string): string => text
	.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCharCode(Number(code)))
	.replace(/&(?!#?\w+;)/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Every `[[namespace:key, argument]]` in the reader's language, as HTML. */
export async function translate(text: string): Promise<string> {
	const names = new Set([...text.matchAll(token)].map(([, namespace = '']) => namespace));
	const loaded = new Map(await Promise.all([...names].map(async name => [name, await load(name)] as const)));
	return text.replace(token, (whole, namespace: string, key: string, rest: string) => {
		const found = at(loaded.get(namespace) ?? {}, key.trim());
		const args = rest === '' ? [] : rest.slice(1).split(/(?<!\\),/).map(arg => escaped(arg.trim()));
		return typeof found === 'string' ? args.reduce((said, arg, index) =>
			said.replaceAll(`%${index + 1}`, arg.replace(/\\,/g, '&#44;')), found) : whole;
	});
}

export function compile(key: string, ...args: (string | number)[]): string {
	const safe = args.map(arg => String(arg).replace(/%/g, '&#37;').replace(/,/g, '&#44;'));
	return `[[${[key, ...safe].join(', ')}]]`;
}
