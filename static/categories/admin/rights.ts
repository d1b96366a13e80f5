import { word, type Step } from 'forum-terms/categories/admin/model';

const known = ['everybody', 'users', 'customers', 'partners', 'staff'];
const hostGroups = ['guests', 'spiders', 'fediverse', 'registered-users'];
const reading = ['find', 'read', 'topics:read'];

/** Grantees in words. */
export async function granteeWords(grantees: readonly string[]): Promise<string> {
	const words = await Promise.all(grantees.map(one => (known.includes(one) ? word(`grantee.${one}`) :
		word('grantee.level', one.slice(one.indexOf(':') + 1)))));
	return words.join(', ');
}

/** NodeBB's built-in groups get translated names; other groups keep theirs. */
async function groupWord(group: string): Promise<string> {
	return hostGroups.includes(group) ? word(`group.${group}`) : group;
}

/** The important privileges, and the rest to unfold. */
export async function rightsWords(privileges: readonly string[]): Promise<{ first: string[]; rest: string[] }> {
	const readsAll = reading.every(one => privileges.includes(one));
	const first = [
		...readsAll ? ['reading'] : [], ...privileges.filter(one => one === 'topics:create' || one === 'topics:reply'),
	];
	const rest = privileges.filter(one => !first.includes(one) && !(readsAll && reading.includes(one)));
	const [said, more] = [first, rest].map(list => Promise.all(list.map(one => word(`right.${one.replace(':', '-')}`))));
	return { first: await said ?? [], rest: await more ?? [] };
}

interface Rights { kind: 'grant' | 'revoke'; groups: string[]; privileges: string[] }

/** Groups with equal changes share a line. */
export async function rightsLines(steps: readonly Step[]): Promise<Rights[]> {
	const found = new Map<string, Rights>();
	for (const step of steps) {
		if (step.kind === 'grant' || step.kind === 'revoke') {
			const same = `${step.kind} ${step.privileges.join(' ')}`;
			const line = found.get(same) ?? { kind: step.kind, groups: [], privileges: step.privileges };
			line.groups.push(await groupWord(step.group));
			found.set(same, line);
		}
	}
	return [...found.values()];
}
