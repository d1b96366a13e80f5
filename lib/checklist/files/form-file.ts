import { Document } from 'yaml';
import * as v from 'valibot';
import { formOf } from './elements';
import { contentOf } from './items';
import { lenient } from './reading';
import { formFileSchema, isAsking, type FormFile } from './schema';
import { readTree, type FileFault, type FilePosition } from '../../kernel/formats/file-tree';
import type { ProfileContent } from '../profiles/item';

export type FileFormat = 'yaml' | 'json';

/** Something in the file that the checklist does not support, or names differently. */
export interface FileNote extends FilePosition { path: string; kind: 'left-out' | 'renamed' }

export type FileContent =
	| { ok: true; content: ProfileContent; notes: FileNote[] }
	| { ok: false; error: FileFault };

const unusedOfForm = ['description', 'title', 'labels', 'assignees', 'projects', 'type'] as const;
const unusedOfElement = ['value', 'render', 'default'] as const;

/** Writes a profile as a file like GitHub's issue forms; `fromFile` reads it back unchanged. */
export function toFile(profile: ProfileContent, format: FileFormat): string {
	const form = formOf(profile);
	// For YAML 1.1 readers, which take a bare `no` for false.
	return format === 'json' ? `${JSON.stringify(form, null, 2)}\n` :
		new Document(form, { aliasDuplicateObjects: false, compat: 'yaml-1.1' }).toString({ lineWidth: 0 });
}

/** Our own hint if the schema has one, otherwise its short one: `boolean`, `<=200`. */
function expectationOf({ message, expected }: v.BaseIssue<unknown>): string {
	return (message.startsWith('Invalid ') ? expected ?? message : message).replaceAll('"', '');
}

function notesOf(form: FormFile, raw: FormFile): { path: (string | number)[]; kind: FileNote['kind'] }[] {
	const leftOut = (path: (string | number)[]) => ({ path, kind: 'left-out' as const });
	return [
		...unusedOfForm.filter(name => form[name] !== undefined).map(name => leftOut([name])),
		...form.body.flatMap((element, index) => {
			const path = ['body', index];
			if (!isAsking(element)) {
				return [leftOut(path)];
			}
			const { type, id, attributes } = element;
			const isStatement = type === 'checkboxes' && attributes.options?.length === 1 && attributes.options[0]?.required;
			return [
				...id === raw.body[index]?.id ? [] : [{ path: [...path, 'id'], kind: 'renamed' as const }],
				...isStatement ? [leftOut([...path, 'attributes', 'label'])] : [],
				...unusedOfElement.filter(name => attributes[name] !== undefined)
					.map(name => leftOut([...path, 'attributes', name])),
			];
		}),
	];
}

/** Reads a checklist of YAML or JSON; errors have their line, and unsupported parts a note. */
export function fromFile(text: string): FileContent {
	const reading = readTree(text);
	if (!reading.ok) {
		return reading;
	}
	const { at } = reading.tree;
	const { value, leftOut } = lenient(reading.tree);
	const fault = (path: readonly unknown[], expected: string): FileContent =>
		({ ok: false, error: { ...at(path), path: path.join('.') || 'file', expected } });
	const decoded = v.safeParse(formFileSchema, value, { abortEarly: true });
	if (!decoded.success) {
		const [issue] = decoded.issues;
		return fault(issue.path?.map(({ key }) => key) ?? [], expectationOf(issue));
	}
	const result = contentOf(decoded.output);
	return 'fault' in result ? fault(result.fault.path, result.fault.expected) : {
		ok: true,
		content: result.content,
		notes: [...leftOut.map(path => ({ path, kind: 'left-out' as const })), ...notesOf(decoded.output, value as FormFile)]
			.map(({ path, kind }) => ({ ...at(path), path: path.join('.'), kind })),
	};
}
