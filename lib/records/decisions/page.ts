import { decisionActs } from './decision';
import type { Page, PageAnswer } from '../../kernel/slice/routes';
import { clauseAnchor, clauseIds } from '../../kernel/refusals/clause';
import { done } from '../../kernel/refusals/outcome';
import { cursorOf } from '../../platform/cursor';
import { decisionCase, type DecisionParts } from './routes';
import { forReaders } from './sight';
import { decisionViews, type DecisionCase, type DecisionView } from './view';
import { wantedIn } from './wanted';

const title = '[[forum-terms:decision.page]]';
const template = 'forum-terms/decisions';
const pageSize = 20;
const iso = (time: number) => (time > 0 ? new Date(time).toISOString() : '');

/** Where a subject is in the forum; empty: nowhere. */
function pathOf({ kind, id }: DecisionView['subject']): string {
	switch (kind) {
		case 'post': return `/post/${id}`;
		case 'topic': return `/topic/${id}`;
		case 'queued': return `/post-queue/${id}`;
		case 'member': return id === '' ? '' : `/uid/${id}`;
		default: return `/forum-terms/partners/${id}`;
	}
}

/** A restriction has a page of its own. */
const matterPath = (matter: string): string =>
	(/^restriction:\d+$/.test(matter) ? `/forum-terms/restrictions?id=${matter.slice('restriction:'.length)}` : '');

function lineOf(view: DecisionView) {
	return {
		...view, atISO: iso(view.at), fromISO: iso(view.applicationDate), untilISO: iso(view.endDate),
		subjectPath: pathOf(view.subject), isMember: view.subject.kind === 'member',
		isErased: view.subject.kind === 'member' && view.subject.id === '', matterPath: matterPath(view.matter),
		isOpen: view.outcome === null, outcomeKind: view.outcome?.kind ?? 'open', isOwed: view.decisionGround === 'owed',
		isWithoutCause: view.decisionGround === 'no-cause-given', anchor: clauseAnchor(view.clause),
		noticeISO: view.notice.kind === 'sent' ? '' : iso(view.notice.at),
		isNamed: view.byName !== '',
		// Readers know a version by its number; its id is for addresses and files.
		versionNumber: view.termsVersion.slice(view.termsVersion.lastIndexOf('-') + 1),
	};
}

function caseOf(view: DecisionCase) {
	return {
		...lineOf(view), sentence: view.sentence, later: view.later.map(lineOf),
		texts: view.texts.map(text => ({
			...text, writtenISO: iso(text.writtenAt), editedISO: iso(text.editedAt),
			hasFiles: text.attachments.length > 0,
		})),
		noticeWhy: view.notice.kind === 'none' ? view.notice.why : '',
	};
}

/** The record of decisions as a page, for staff: the list with its filter, and one decision. */
export function decisionsPage(parts: DecisionParts): Page {
	const { list } = parts;
	return {
		path: '/forum-terms/decisions', access: 'member', kind: 'public', title,
		async render({ actor, query, language }): Promise<PageAnswer> {
			if (query.id !== undefined) {
				const found = await decisionCase(parts, query.id, actor, language);
				const isUnknown = !found.ok && found.refusal.code === 'record-unknown';
				return found.ok ? { template, data: { title, isCase: true, ...caseOf(found.value) } } :
					isUnknown ? { notFound: true } : { notAllowed: true };
			}
			const answer = await forReaders(parts, actor, async (reader) => {
				const wanted = wantedIn(query);
				const { rows, next } = await list.page(wanted.ok ? wanted.value : {}, reader, pageSize);
				const lines = (await decisionViews(rows, parts)).map(lineOf);
				return done({ lines, next: cursorOf(next) ?? 0 });
			});
			const { act = '', clause = '' } = query;
			return answer.ok ? {
				template,
				data: {
					title, isList: true, ...answer.value,
					acts: decisionActs.map(name => ({ name, isChosen: name === act })),
					clauses: clauseIds.map(name => ({ name, isChosen: name === clause })),
					search: new URLSearchParams({ ...act ? { act } : {}, ...clause ? { clause } : {} }).toString(),
				},
			} : { notAllowed: true };
		},
	};
}
