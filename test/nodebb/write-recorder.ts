/** A write of the forum's database: which function, which keys, and the start of what was written. */
export interface Written { verb: string; keys: string[]; text: string }

const verbs = [
	'set', 'increment', 'delete', 'deleteAll', 'expire', 'expireAt', 'pexpire', 'pexpireAt', 'rename',
	'setObject', 'setObjectBulk', 'setObjectField', 'deleteObjectField', 'deleteObjectFields',
	'incrObjectField', 'decrObjectField', 'incrObjectFieldBy', 'incrObjectFieldByBulk',
	'sortedSetAdd', 'sortedSetsAdd', 'sortedSetAddBulk', 'sortedSetIncrBy', 'sortedSetIncrByBulk',
	'sortedSetRemove', 'sortedSetsRemove', 'sortedSetsRemoveRangeByScore', 'sortedSetRemoveBulk',
	'setAdd', 'setsAdd', 'setRemove', 'setsRemove', 'setRemoveRandom',
	'listPrepend', 'listAppend', 'listRemoveLast', 'listRemoveAll', 'listTrim',
];
const most = 50_000;

type Functions = Record<string, ((...args: unknown[]) => unknown) | undefined>;

/** The keys a write touches: one, a list, or the first word of each row of a bulk. */
function keysOf(first: unknown): string[] {
	return [first].flat().map(one => String(Array.isArray(one) ? one[0] : one));
}

/** What was written; in a bulk, the rows hold it. */
const textOf = ([first, ...rest]: unknown[]): string => JSON.stringify(rest.length > 0 ? rest : first);

/** Puts a look before every write of a database; the answer hands over what was written since it was asked last. */
export function writeRecorder(database: object): () => Written[] {
	const functions = database as Functions;
	let written: Written[] = [];
	for (const verb of verbs) {
		const write = functions[verb];
		if (typeof write === 'function') {
			functions[verb] = (...args) => {
				if (written.length < most) {
					written.push({ verb, keys: keysOf(args[0]), text: textOf(args).slice(0, 300) });
				}
				return write(...args);
			};
		}
	}
	return () => {
		const taken = written;
		written = [];
		return taken;
	};
}
