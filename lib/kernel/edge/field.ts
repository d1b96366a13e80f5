import type { Fact } from './message';

/** Fields that a form of the forum shows, by name; `forum-terms:field.<name>` is what the form calls them. */
export const labelledFields = [
	'accept', 'answer', 'answers', 'blueprint', 'categories', 'change', 'changelog', 'checklist', 'cids', 'clause', 'company',
	'contact', 'content', 'country', 'days', 'decision', 'declineLimit', 'document', 'domains', 'effectiveAt', 'email',
	'evidence', 'from', 'graceDays', 'groups', 'hash', 'help', 'hosts', 'items', 'key', 'kind', 'label', 'language', 'level',
	'levelValidUntil', 'link', 'markdown', 'minLength', 'model', 'mostReminders', 'note', 'notice', 'noticeAt', 'notify',
	'options', 'owners', 'pattern', 'percent', 'phones', 'points', 'posts', 'prompt', 'provider', 'readingSeconds', 'reason',
	'reference', 'releases', 'reminderDays', 'renewal', 'role', 'scope', 'secret', 'since', 'staff', 'staleDays', 'status',
	'successor', 'tags', 'text', 'title', 'trunks', 'until', 'username', 'vagueWords', 'validUntil', 'value', 'vendor',
	'verdict', 'version', 'words',
] as const;

const isLabelled = (name: string) => (labelledFields as readonly string[]).includes(name);

/**
 * What a person calls a field: the label of its path's last part, places in lists aside. Where that has none, and for
 * answers, whose names are an administrator's, it is the path, as programs know it.
 */
export function fieldLabel(path: string): Fact {
	const name = path.replace(/(?:\.\d+)+$/, '').split('.').at(-1) ?? '';
	return isLabelled(name) && !path.includes('.answers.') ? { key: `forum-terms:field.${name}` } : path;
}
