import * as api from 'api';
import { element, say } from 'forum-terms/kit/dom';
import { localMoment } from 'forum-terms/kit/local-time';

interface Forecast {
	asked: number; exempt: number; online: number; withTokens: number; from: number;
	groups: { name: string; asked: number }[];
}

const key = (name: string) => `admin/plugins/forum-terms:forecast.${name}`;

/** The effects of publishing the saved draft, in sentences. */
export async function forecastOf(document: string): Promise<HTMLElement> {
	const { asked, exempt, online, withTokens, groups, from } =
		await api.get<Forecast>(`/plugins/forum-terms/admin/terms/${document}/forecast`);
	if (asked === 0 && exempt === 0) {
		return element('p', { class: 'mb-0' }, await say(key('nobody')));
	}
	const lines = await Promise.all([
		say(key('exempt'), exempt), say(key('online'), online), say(key('tokens'), withTokens),
		...groups.map(({ name, asked: count }) => say(key('group'), name, count)), say(key('drafts')),
	]);
	return element('div', {},
		element('p', { class: 'fw-semibold mb-1' }, await say(key('asked'), asked, localMoment(from))),
		element('ul', { class: 'mb-0' }, ...lines.map(line => element('li', {}, line))));
}
