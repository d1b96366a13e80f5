import type { Fact } from './phrase';

/** Names of form fields; `forum-terms:field.<name>` is the label. */
export const labelledFields = [
	'accept', 'answer', 'answers', 'blueprint', 'categories', 'change', 'changelog', 'checklist', 'cids', 'clause', 'company',
	'contact', 'content', 'country', 'days', 'decision', 'declineLimit', 'document', 'domains', 'effectiveAt', 'email',
	'evidence', 'from', 'graceDays', 'groups', 'hash', 'help', 'hosts', 'items', 'key', 'kind', 'label', 'language', 'level',
	'levelValidUntil', 'link', 'markdown', 'minLength', 'model', 'mostReminders', 'note', 'notice', 'noticeAt', 'notify',
	'options', 'owners', 'pattern', 'percent', 'phones', 'points', 'posts', 'prompt', 'provider', 'readingSeconds', 'reason',
	'reference', 'releases', 'reminderDays', 'renewal', 'role', 'scope', 'secret', 'since', 'staff', 'staleDays', 'status',
	'successor', 'tags', 'text', 'title', 'trunks', 'until', 'url', 'username', 'vagueWords', 'validUntil', 'value', 'vendor',
	'verdict', 'version', 'words',
] as const;

const isLabelled = (name: string) => (labelledFields as readonly string[]).includes(name);

/**
 * The label of a field: that of the last part of its path, ignoring list positions. Without a label, and for answers,
 * whose names an administrator chooses, it is the path itself.
 */
export function fieldLabel(path: string): Fact {
	const name = path.replace(/(?:\.\d+)+$/, '').split('.').at(-1) ?? '';
	return isLabelled(name) && !path.includes('.answers.') ? { key: `forum-terms:field.${name}` } : path;
}
