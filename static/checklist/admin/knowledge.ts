import * as alerts from 'alerts';
import { bindFields } from 'forum-terms/forms/bound-fields';
import type { Desk, Knowledge, PhoneRow, PlatformRow, Release, TrunkRow } from 'forum-terms/checklist/admin/desk';
import { phoneFrom, platformFrom, trunkFrom } from 'forum-terms/checklist/admin/pasted-row';
import { rowList } from 'forum-terms/checklist/admin/rows';
import { controlAt, isShownAtField } from 'forum-terms/forms/form';
import { localDay } from 'forum-terms/kit/local-time';
import { Refused, request } from 'forum-terms/kit/request';
import { countries } from 'forum-terms/checklist/member/country-list';
import { say } from 'forum-terms/kit/dom';

const dayOf = (since: number) => new Date(since).toISOString().slice(0, 10);

/** A release counts from the start of its day in UTC. */
function prepareRelease(root: HTMLElement, release: Release, changed: () => void): void {
	const since = root.querySelector<HTMLInputElement>('[data-role="since"]');
	if (since) {
		since.value = dayOf(release.since);
		since.addEventListener('change', () => {
			release.since = since.valueAsNumber || 0;
			changed();
		});
	}
}

/** Latest versions, trunks, phones and platforms, which judge the answers. */
export function initKnowledge({ section, unsaved, attempt }: Desk): { show(knowledge: Knowledge): Promise<void> } {
	const form = section.querySelector<HTMLFormElement>('form[data-role="checklist-knowledge"]') as HTMLFormElement;
	const known = countries(config.userLang);
	const fields: Pick<Knowledge, 'graceDays' | 'staleDays' | 'guideHosts' | 'vagueWords'> = {
		graceDays: 0, staleDays: 0, guideHosts: [], vagueWords: [],
	};
	const tell = (role: string, text: string) => form.querySelector(`[data-role="${role}"]`)?.replaceChildren(text);
	const changed = () => {
		unsaved.mark('knowledge');
		say('admin/plugins/forum-terms:checklist.unsaved').then(text => tell('knowledge-unsaved', text), () => undefined);
	};
	const releases = rowList<Release>({
		section, name: 'releases', changed, empty: () => ({ version: '', since: Date.parse(dayOf(Date.now())) }),
		prepare: (root, release) => prepareRelease(root, release, changed),
	});
	const trunks = rowList<TrunkRow>({
		section, name: 'trunks', changed, parse: cells => trunkFrom(cells, known),
		empty: () => ({ provider: '', country: '*', status: 'supported', note: '' }),
		prepare: root => root.querySelector('[data-part="country"]')?.append(
			...known.map(({ code, name }) => new Option(`${name} (${code})`, code))),
	});
	const phones = rowList<PhoneRow>({
		section, name: 'phones', changed, parse: phoneFrom,
		empty: () => ({ vendor: '', model: '', status: 'supported', note: '' }),
	});
	const platforms = rowList<PlatformRow>({
		section, name: 'platforms', changed, parse: platformFrom,
		empty: () => ({ name: '', part: 'software', status: 'unsupported', asOf: dayOf(Date.now()), note: '' }),
	});
	const lists = { releases, trunks, phones, platforms };

	async function showReviewed(at: number): Promise<void> {
		tell('checklist-reviewed', at > 0 ?
			await say('admin/plugins/forum-terms:checklist.reviewed', localDay(at)) :
			await say('admin/plugins/forum-terms:checklist.never-reviewed'));
	}
	async function isPointedOut(error: unknown): Promise<boolean> {
		const [, name, rest = ''] = error instanceof Refused ? /^(releases|trunks|phones|platforms)\.(.+)$/.exec(error.field) ?? [] : [];
		const inList = name ? await lists[name as keyof typeof lists].point(rest) : null;
		return isShownAtField(form, error, path => (name ? inList : controlAt(form, path)));
	}
	async function save(): Promise<void> {
		try {
			const { reviewedAt } = await request<Knowledge>('PUT', '/admin/checklist-knowledge', {
				releases: releases.rows(), trunks: trunks.rows(), phones: phones.rows(), platforms: platforms.rows(),
				...fields,
			});
			unsaved.clear('knowledge');
			tell('knowledge-unsaved', '');
			await showReviewed(reviewedAt);
			alerts.success(await say('admin/plugins/forum-terms:checklist.saved'));
		} catch (error) {
			if (!await isPointedOut(error)) {
				throw error;
			}
			tell('knowledge-unsaved', await say('admin/plugins/forum-terms:checklist.not-saved'));
		}
	}
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(save);
	});
	form.querySelector('[data-action="still-right"]')?.addEventListener('click', () => attempt(save));
	return {
		async show(knowledge) {
			const { graceDays, staleDays, guideHosts, vagueWords } = knowledge;
			Object.assign(fields, { graceDays, staleDays, guideHosts, vagueWords });
			bindFields(form, fields, changed);
			await releases.show(structuredClone(knowledge.releases));
			await trunks.show(structuredClone(knowledge.trunks));
			await phones.show(structuredClone(knowledge.phones));
			await platforms.show(structuredClone(knowledge.platforms));
			await showReviewed(knowledge.reviewedAt);
		},
	};
}
