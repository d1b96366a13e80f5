import { forumName } from './forum-name';

const gaps: string[] = [];

/** A sentence that only one of the two forums can be held to; for the other it is a gap with a reason, and counted. */
export function itOn(only: 'sandbox' | 'nodebb', reason: string, title: string, work: () => Promise<void>): void {
	if (forumName === only) {
		it(title, work);
		return;
	}
	gaps.push(`${title}: ${reason}`);
	// Not switched off: it runs on the other forum, and the count with its reason stands below the run.
	it.skip(`${title} (gap of the ${forumName}: ${reason})`);
}

after(() => {
	console.log(`\n${gaps.length} ${gaps.length === 1 ? 'gap' : 'gaps'} of the ${forumName}`);
	gaps.forEach(gap => console.log(`  - ${gap}`));
});
