import * as api from 'api';
import type { Checklist, Reason, SentChecklist } from 'forum-terms/checklist/member/model';

/** One owed text as the server sends it; `html` came out of the server's own sanitiser. */
export interface OwedText {
	version: string;
	title: string;
	language: string;
	html: string;
	changelog: string;
	changedSince: string;
	due: boolean;
	isFallback: boolean;
}

/** A text that is about to be sent, with the answers that go with it. */
interface Writing { title?: string; content: string; tags?: string[]; checklist: SentChecklist }

/** What a place asks of this member, and whether it takes anything from them at all. */
interface Asked {
	terms: { owed: OwedText[] };
	checklist: Checklist | null;
	access: { allowed: boolean; reasons: { message: string }[] };
}

// Parts of one composer ask at the same moment: one request answers them all.
const underWay = new Map<string, Promise<Asked>>();

/** What a place asks of this member before they write there. */
export function asked(place: Record<string, string>): Promise<Asked> {
	const key = JSON.stringify(place);
	const running = underWay.get(key) ??
		api.get<Asked>('/plugins/forum-terms/posting', place).finally(() => underWay.delete(key));
	underWay.set(key, running);
	return running;
}

/** What the server would have against the answers, before anything is sent. */
export async function judged(place: Record<string, string>, { checklist, ...writing }: Writing): Promise<Reason[]> {
	const { reasons } = await api.post<{ reasons: Reason[] }>('/plugins/forum-terms/posting/check',
		{ ...place, ...writing, forumTerms: { checklist } });
	return reasons.filter(({ field }) => field?.startsWith('forumTerms.checklist'));
}
