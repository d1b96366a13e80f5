import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { postingFailPolicies } from '../../lib/posting/hooks';
import { checklistFailPolicies } from '../../lib/checklist/hooks';
import { stampFailPolicies } from '../../lib/terms/stamp-hooks';
import { termsFailPolicies } from '../../lib/terms/hooks';
import { customerFailPolicies } from '../../lib/partners/licence-hooks';
import { accessFailPolicies } from '../../lib/access/hooks';
import { accessMenuFailPolicies } from '../../lib/access/staff-hooks';
import { categoryFailPolicies } from '../../lib/categories/hooks';
import { moveFailPolicies } from '../../lib/categories/move-hooks';
import { partnerFailPolicies } from '../../lib/partners/attribution';
import { groupFailPolicies } from '../../lib/partners/group-hooks';
import { watchFailPolicies } from '../../lib/partners/watch-hooks';
import { refusalsPage, root } from '../docs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map(name => join('docs', name))];

describe('docs', () => {
	it('list every refusal as the code has it (npm run docs)', () => {
		assert.equal(read('docs/refusals.md'), refusalsPage());
	});

	it('have a row for the fail policy of every handler, and none for what is not there', () => {
		const policies = {
			posting: postingFailPolicies, checklist: checklistFailPolicies, terms: termsFailPolicies,
			stamp: stampFailPolicies, categories: { ...categoryFailPolicies, ...moveFailPolicies },
			partners: { ...partnerFailPolicies, ...groupFailPolicies, ...watchFailPolicies },
			customers: customerFailPolicies, access: { ...accessFailPolicies, ...accessMenuFailPolicies },
		};
		const rows = Object.entries(policies).flatMap(([slice, handlers]) => Object.entries(handlers)
			.map(([name, policy]) => `| ${slice} | ${name} | ${policy} |`));
		const written = read('docs/failure-policies.md').match(/^\| [a-z]+ \| [a-z-]+ \| (?:open|closed) \|/gm);
		assert.deepEqual([...written ?? []].sort(), rows.sort());
	});

	for (const page of pages) {
		it(`${page} links to files that are there`, () => {
			const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(match => match[1] ?? '');
			assert.deepEqual(links.filter(link => !existsSync(join(root, dirname(page), link))), []);
		});
	}
});
