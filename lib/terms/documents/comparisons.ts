import type { Clock, Database, Host } from '../../kernel/host/ports';
import { json, storedRow } from '../../platform/stored-row';
import { firstOf, sortedSet } from '../../platform/paged-index';
import type { Catalogue } from './catalogue';
import { differenceSchema, termsDifference, type TermsDifference } from '../text/difference';
import { commonLanguages } from '../text/language';
import { clausesIn } from '../text/markdown';
import type { Version, VersionText } from './version';

const keys = {
	/** Hash: the difference of two texts, by their hashes. */
	of: (before: string, after: string) => `forum-terms:difference:${before}:${after}`,
	/** Sorted set: pairs of hashes by the time of their comparison. */
	kept: 'forum-terms:differences',
} as const;

const mostKept = 200;

interface Parts { catalogue: Catalogue; site: Host['site']; database: Database; clock: Clock }

/** The difference of two published versions, in the reader's language. */
export type Comparisons = (from: Version, to: Version, language: string) => Promise<TermsDifference>;

/**
 * Published texts never change, so each pair is compared once and the result is stored for all nodes. A process
 * compares one pair at a time; concurrent requests for the same pair share the result.
 */
export function comparisons({ catalogue, site, database, clock }: Parts): Comparisons {
	const rows = storedRow({ json: json(differenceSchema) }).in(database);
	const running = new Map<string, Promise<TermsDifference>>();
	let turn: Promise<unknown> = Promise.resolve();

	/** Drops the oldest; they are compared again on demand. */
	async function keep(pair: string, key: string, difference: TermsDifference): Promise<void> {
		await rows.set(key, { json: difference });
		await database.sortedSetAdd(keys.kept, clock.now(), pair);
		const tooMany = await database.sortedSetCard(keys.kept) - mostKept;
		const oldest = tooMany > 0 ?
			await firstOf(sortedSet(database, keys.kept), tooMany) : [];
		for (const one of oldest) {
			const [before = '', after = ''] = one.split(' ');
			await database.delete(keys.of(before, after));
			await database.sortedSetRemove(keys.kept, one);
		}
	}
	async function compared(
		pair: string, key: string, texts: readonly (VersionText | null)[],
	): Promise<TermsDifference> {
		const [before = [], after = []] = texts.map(text => clausesIn(text?.markdown ?? ''));
		const difference = termsDifference(before, after);
		await keep(pair, key, difference);
		return difference;
	}

	return async (from, to, wanted) => {
		const [one, other] = commonLanguages(
			Object.keys(from.hashes), Object.keys(to.hashes), wanted, site.defaultLanguage());
		const texts = await Promise.all([catalogue.text(from.id, one), catalogue.text(to.id, other)]);
		const [before = '', after = ''] = texts.map(text => text?.hash ?? '');
		const [pair, key] = [`${before} ${after}`, keys.of(before, after)];
		const kept = await rows.get(key);
		if (kept) {
			return kept.json;
		}
		const known = running.get(pair);
		if (known) {
			return known;
		}
		const work = turn.then(() => compared(pair, key, texts)).finally(() => running.delete(pair));
		running.set(pair, work);
		turn = work.catch(() => undefined);
		return work;
	};
}
