import type { Clock } from '../kernel/ports';
import type { Catalogue } from './catalogue';
import { versionInForce } from './rules';

/** Under which terms and which licence something was posted (clauses 2 and 4.5). */
export interface Stamp {
	/** Version ids in force, separated by a comma and a blank when there are several documents. */
	version: string;
	/** The version that holds the licence of clause 4.5. */
	licence: string;
}

/** The stamp of this moment; null before the first publication. */
export function stamps(catalogue: Catalogue, clock: Clock) {
	return async (): Promise<Stamp | null> => {
		const documents = await catalogue.documents();
		const inForce = documents.flatMap(({ versions }) => versionInForce(versions, clock.now()) ?? []);
		const first = inForce[0];
		// The first document carries the licence: documents are kept in the order in which the forum lists them.
		return first ? { version: inForce.map(({ id }) => id).join(', '), licence: first.id } : null;
	};
}
