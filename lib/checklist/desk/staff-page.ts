import { uidOf } from '../../kernel/host/member';
import { refusalMessage } from '../../kernel/refusals/message';
import type { Host } from '../../kernel/host/ports';
import type { Page } from '../../kernel/slice/routes';
import { cursorOf, positionIn } from '../../platform/cursor';
import { peopleOf } from '../../platform/people';
import { hitViews, wantedIn, type HitView } from './routes';
import { evidenceSearch, type Reach } from './search';
import type { EvidenceStore } from '../evidence/store';
import { itemsOnce, textFor } from '../profiles/item';
import { owedTopics } from './owed-topics';
import { searchForm } from './search-form';
import type { MemberMemories } from '../asking/member-memory';
import { waiverList } from './waiver-list';
import { waiverDays } from './waivers';
import type { ChecklistStore } from '../profiles/store';

const title = '[[forum-terms:evidence.page]]';
const pageSize = 20;

const iso = (time: number) => new Date(time).toISOString();

/** The colour of each support status. */
const tones: Partial<Record<string, string>> = {
	preferred: 'success', supported: 'success', latest: 'success', ahead: 'success', legacy: 'warning', behind: 'warning',
	unsupported: 'danger',
};

function hitLine(hit: HitView) {
	return {
		...hit, atISO: iso(hit.at),
		answers: hit.answers.map(({ key, prompt, text, standing, verdict, readers }) => ({
			key, prompt, text, isLong: text.length > 400 || text.includes('\n'), standing, tone: tones[standing] ?? 'secondary', isWarning: verdict === 'warn',
			isStaffOnly: readers === 'staff',
		})),
	};
}

interface Parts {
	store: ChecklistStore;
	evidence: EvidenceStore;
	memories: Pick<MemberMemories, 'allWaivers'>;
	host: Pick<Host, 'clock' | 'members' | 'places' | 'topics'>;
}

/** The page of everybody who moderates a category: open checklists, search, waivers (clause 3). */
export function staffPage(parts: Parts): Page {
	const { evidence, store, host } = parts;
	const search = evidenceSearch(evidence, host.topics);
	const owed = owedTopics(parts, host.topics);
	const form = searchForm(parts, search);
	const list = waiverList(parts);

	async function openTopics(reach: Reach, language: string, after: string) {
		const from = positionIn({ after }, 'after');
		const { rows: topics, next } = await owed(reach, language, pageSize, from.ok ? from.value : null);
		const people = await peopleOf(host.members, topics.map(({ uid }) => uid));
		return {
			openTopics: topics.map(topic => ({
				...topic, atISO: iso(topic.at), username: people.find(({ uid }) => uid === topic.uid)?.username ?? '',
			})),
			nextOpen: cursorOf(next) ?? 0,
		};
	}

	async function results(reach: Reach, query: Record<string, string>) {
		const nothing = { hits: [], next: 0, isSearched: false, problem: '' };
		if (!query.item || !query.value) {
			return nothing;
		}
		const wanted = wantedIn(query);
		if (!wanted.ok) {
			return { ...nothing, problem: refusalMessage(wanted.refusal) };
		}
		const { hits, next } = await search.find(wanted.value, reach, pageSize, wanted.value.before ?? null);
		return { hits: (await hitViews(host.members, hits)).map(hitLine), next: cursorOf(next) ?? 0, isSearched: true, problem: '' };
	}

	/** Waivers for members, for staff of the whole forum. */
	async function waivers(reach: Reach, language: string, waivedAfter: string) {
		const from = positionIn({ waivedAfter }, 'waivedAfter');
		const found = reach === 'all' ? await list(language, pageSize, from.ok ? from.value : null) : { waivers: [], next: 0 };
		return {
			waivers: found.waivers.map((waiver, index) =>
				({ ...waiver, number: index, atISO: iso(waiver.at), untilISO: iso(waiver.until) })),
			nextWaived: found.next,
		};
	}

	return {
		path: '/forum-terms/checklists', access: 'member', kind: 'public', title,
		async render({ actor, query, language }) {
			const uid = uidOf(actor);
			const reach = await host.places.moderatedBy(uid);
			if (reach !== 'all' && reach.length === 0) {
				return { notAllowed: true };
			}
			const items = itemsOnce((await store.profiles()).flatMap(profile => profile.items));
			const { before: _before, after: _after, waivedAfter: _waived, ...asked } = query;
			return {
				template: 'forum-terms/checklists',
				data: {
					title, ...await openTopics(reach, language, query.after ?? ''), ...await results(reach, query),
					...await waivers(reach, language, query.waivedAfter ?? ''),
					...await form({ uid, reach, query, language }), searchQuery: new URLSearchParams(asked).toString(),
					isGlobalStaff: reach === 'all', waiverDays,
					waivable: items.map(({ key, prompt }) => ({ key, prompt: textFor(prompt, language) })),
				},
			};
		},
	};
}
