import { isEqual, omitBy } from 'lodash';
import type { ChecklistItem, ProfileContent, Texts } from '../profiles/item';

const typesOf: Record<ChecklistItem['kind'], string> = {
	confirm: 'confirm', choice: 'dropdown', 'multi-choice': 'dropdown', text: 'input', 'long-text': 'textarea',
	version: 'version', link: 'link', vendor: 'vendor', trunk: 'trunk',
};

/** English alone is written as a plain text, as in GitHub's forms. */
function textOut(texts: Texts | undefined): Texts | string | undefined {
	const english = texts?.['en-GB'];
	return english !== undefined && Object.keys(texts ?? {}).length === 1 ? english : texts;
}

const unless = <T>(value: T, standard: unknown): T | undefined => (isEqual(value, standard) ? undefined : value);
const given = (fields: Record<string, unknown>) => omitBy(fields, value => value === undefined);

function optionOut({ value, label, verdict, say, required, unticked }: NonNullable<ChecklistItem['options']>[number]) {
	return given({
		label: textOut(label), value, required: unless(required, false), verdict: unless(verdict, 'ok'), say: textOut(say),
		unticked: unticked && given({ verdict: unless(unticked.verdict, 'warn'), say: textOut(unticked.say) }),
	});
}

function elementOut(item: ChecklistItem): Record<string, unknown> {
	const validations = given({
		required: unless(item.required, false), pattern: item.pattern, 'min-length': unless(item.minLength, 0),
		'min-words': unless(item.minWords, 0),
		hosts: item.hosts,
	});
	return given({
		type: typesOf[item.kind],
		id: item.key,
		attributes: given({
			label: textOut(item.prompt), description: textOut(item.help),
			placeholder: textOut(item.placeholder), link: item.link,
			multiple: item.kind === 'multi-choice' ? true : undefined, options: item.options?.map(optionOut),
			lookup: item.lookup, parts: item.parts, 'reference-prompt': textOut(item.referencePrompt), behind: unless(item.behind, 'warn'),
			standings: unless(item.standings, {}), readers: unless(item.readers, 'everyone'),
			stable: unless(item.stable, false), always: unless(item.always, false), empty: unless(item.empty, 'ok'), clause: unless(item.clause, '3'),
			words: item.words, 'shown-when': item.shownWhen,
		}),
		validations: unless(validations, {}),
	});
}

/** A profile as file data; defaults are left out. */
export function formOf({ kind, title, titleRule, items }: ProfileContent): Record<string, unknown> {
	return given({
		name: unless(textOut(title), {}), kind: unless(kind, 'standard'), 'title-rule': titleRule, body: items.map(elementOut),
	});
}
