import * as v from 'valibot';
import { stringify } from 'yaml';
import { readTree, type FileFault } from '../../kernel/formats/file-tree';
import { blueprintSchema, problemsOf, type Blueprint, type BlueprintProblem } from './blueprint';

export type BlueprintReading = { ok: true; blueprint: Blueprint } | { ok: false; fault: FileFault };

const expectedInstead: Record<BlueprintProblem['what'], (word: string) => string> = {
	'duplicate-key': word => `${word} once`,
	'unknown-parent': word => `a key of this file, not ${word}`,
	cycle: word => `a parent that is not below it, unlike ${word}`,
	'off-parent': word => `a parent that is on, unlike ${word}`,
	'tags-order': word => `a number up to max, not ${word}`,
	'records-nothing': word => `${word} only with a checklist of its own`,
};

/** Reads a blueprint of YAML or JSON; the first error has its line, path and what is expected. */
export function readBlueprint(text: string): BlueprintReading {
	const reading = readTree(text);
	if (!reading.ok) {
		return { ok: false, fault: reading.error };
	}
	const { tree } = reading;
	const decoded = v.safeParse(blueprintSchema, tree.value, { abortEarly: true });
	if (!decoded.success) {
		const issue = decoded.issues[0];
		const keys = (issue.path ?? []).map(({ key }) => key);
		const expected = issue.type === 'strict_object' && issue.expected === 'never' ? 'no such field' :
			issue.type === 'regex' || issue.type === 'max_length' ? issue.message : issue.expected ?? issue.message;
		return {
			ok: false, fault: { ...tree.at(keys), path: keys.join('.') || 'file', expected: expected.replaceAll('"', '') },
		};
	}
	const [problem] = problemsOf(decoded.output);
	if (problem) {
		const at = tree.at(problem.path.split('.'));
		const expected = expectedInstead[problem.what](problem.word);
		return { ok: false, fault: { ...at, path: problem.path, expected } };
	}
	return { ok: true, blueprint: decoded.output };
}

/** A blueprint as a reviewable file. */
export function blueprintText(blueprint: Blueprint): string {
	return stringify(blueprint, { lineWidth: 120 });
}
