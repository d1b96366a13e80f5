import * as api from 'api';
import type { Checklist, Reason, SentChecklist } from 'forum-terms/checklist/member/model';

/** One owed text as the server sends it; `html` is sanitised there. */
export interface OwedText {
	version: string;
	/** How readers know the version: "Version 3 of 12 March 2026". */
	name: string;
	title: string;
	language: string;
	/** The same by its name in the reader's language. */
	languageName: string;
	html: string;
	changelog: string;
	changedSince: string;
	/** The day that one was accepted, in words. */
	acceptedOn: string;
	due: boolean;
	isFallback: boolean;
}

/** A text about to be sent, with its answers. */
interface Writing { title?: string; content: string; tags?: string[]; checklist: SentChecklist }

/** What a place asks of this member, and whether they may post there. */
interface Asked {
	terms: { owed: OwedText[] };
	checklist: Checklist | null;
	access: { allowed: boolean; reasons: { message: string }[] };
	/** The rules of the category; `html` is sanitised by the server. */
	rules: { text: string; html: string } | null;
}

// Parts of a composer ask at the same time and share one request.
const underWay = new Map<string, Promise<Asked>>();

/** What a place asks of this member before posting. */
export function asked(place: Record<string, string>): Promise<Asked> {
	const key = JSON.stringify(place);
	const running = underWay.get(key) ??
		api.get<Asked>('/plugins/forum-terms/posting', place).finally(() => underWay.delete(key));
	underWay.set(key, running);
	return running;
}

/** The server's reasons against the answers, before sending. */
export async function judged(place: Record<string, string>, { checklist, ...writing }: Writing): Promise<Reason[]> {
	const { reasons } = await api.post<{ reasons: Reason[] }>('/plugins/forum-terms/posting/check',
		{ ...place, ...writing, forumTerms: { checklist } });
	return reasons.filter(({ field }) => field === 'title' || field?.startsWith('forumTerms.checklist'));
}
