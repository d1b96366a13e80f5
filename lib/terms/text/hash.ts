import { createHash } from 'node:crypto';
import { normaliseText } from './markdown';

function sha256(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Hash of version, language and text, so that no two texts share one. */
export function textHash(versionId: string, language: string, markdown: string): string {
	return sha256(`terms/v1\n${language}\n${versionId}\n${normaliseText(markdown)}`);
}

/** Hash of one clause, as a version and language has it. */
export function clauseHash(
	versionId: string, language: string, { id, heading, markdown }: { id: string; heading: string; markdown: string },
): string {
	return sha256(`clause/v1\n${language}\n${versionId}\n${id}\n${heading}\n${markdown}`);
}

/** Hash of a whole version: its languages in alphabetical order. */
export function versionHash(hashes: Record<string, string>): string {
	const lines = Object.keys(hashes).sort().map(language => `${language} ${hashes[language]}`);
	return sha256(`version/v1\n${lines.join('\n')}`);
}
