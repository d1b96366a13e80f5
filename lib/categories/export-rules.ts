import { pick } from 'lodash';
import { groupsOf, type AudienceGroups } from './audience';
import type { Blueprint, BlueprintCategory } from './blueprint';
import type { LivingCategory } from './living';

/** A key out of a name, unlike those that are taken. */
function keyFor(name: string, cid: number, taken: ReadonlySet<string>): string {
	const plain = name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '')
		.slice(0, 50);
	return plain === '' || taken.has(plain) ? `${plain === '' ? 'category' : plain}-${cid}` : plain;
}

/** Who has a right, in words of the blueprint: the widest first, what it includes left out. */
function audiencesWith(
	category: LivingCategory, privilege: string, levels: readonly string[], groups: AudienceGroups,
): BlueprintCategory['read'] {
	const has = (audience: string) => groupsOf(audience, groups)
		.every(name => name === 'fediverse' || name === 'spiders' || category.grants[name]?.includes(privilege));
	const widest = ['everybody', 'users'].find(has);
	const narrow = ['customers', 'partners', ...levels.map(level => `partners:${level}`)].filter(has);
	// A right of all partners is one of each level; staff may always.
	const some = narrow.includes('partners') ? narrow.filter(one => !one.startsWith('partners:')) : narrow;
	return (widest ? [widest] : some.length > 0 ? some : ['staff']);
}

/** The living forum as a blueprint that, applied to it, changes nothing (clause 5). */
export function blueprintOf(
	living: readonly LivingCategory[], { language, levels, groups, held }: {
		language: string; levels: readonly string[]; groups: AudienceGroups;
		/** What the forum was last made of: words, rules and languages of areas are nowhere else. */
		held?: Blueprint | undefined;
	},
): Blueprint {
	const keys = new Map<number, string>();
	const taken = new Set(living.map(({ key }) => key).filter(key => key !== ''));
	for (const { cid, key, name } of living) {
		const chosen = key === '' ? keyFor(name, cid, taken) : key;
		taken.add(chosen);
		keys.set(cid, chosen);
	}
	const ordered = [...living].sort((a, b) => a.parentCid - b.parentCid || a.order - b.order || a.cid - b.cid);
	return {
		blueprint: 1,
		categories: ordered.map((one): BlueprintCategory => {
			const parent = keys.get(one.parentCid);
			const { topics, replies } = one.checklist;
			const said = pick(held?.categories.find(({ key }) => key === one.key), ['words', 'rules', 'language']);
			const who = (privilege: string) => audiencesWith(one, privilege, levels, groups);
			return {
				key: keys.get(one.cid) ?? '', name: { [language]: one.name },
				...one.description ? { description: { [language]: one.description } } : {},
				...parent === undefined ? {} : { parent },
				...one.icon.startsWith('fa-') ? { icon: one.icon } : {},
				...one.background ? { background: one.background } : {}, ...one.colour ? { colour: one.colour } : {},
				isSection: one.isSection, isOff: one.isDisabled, isProposal: false,
				read: who('topics:read'), topics: who('topics:create'), replies: who('topics:reply'),
				postQueue: one.postQueue, tags: { allowed: [...one.tags], min: one.minTags, max: one.maxTags },
				...topics || replies ? {
					checklist: { ...topics ? { topics } : {}, ...replies ? { replies } : {} },
				} : {},
				...one.link ? { redirect: one.link } : {},
				...said,
			};
		}),
	};
}
