import type { Response } from 'express';
import { RefusedError } from '../../kernel/slice/edges';
import type { Log } from '../../kernel/host/ports';
import type { Refusal } from '../../kernel/refusals/refusal';
import type { Guard, GuardCall } from '../../kernel/slice/routes';
import { answerRefusal, completeRefusal, sentenceOf } from './answer';
import { callerOf, languageFor } from './caller';
import { placeOf } from './host-functions';

/** A request after NodeBB's own authentication and body parsing, or a socket. */
interface Caller { uid?: unknown; res?: Response; body?: unknown; params?: unknown }
type Write = ((caller: Caller, ...rest: unknown[]) => Promise<unknown>) & { [unguarded]?: Write };

const unguarded = Symbol('forum-terms: as NodeBB has it');

const rowOf = (value: unknown) => (typeof value === 'object' && value !== null ? value as Record<string, unknown> : {});

function guarded(original: Write, guards: readonly Guard[], isController: boolean): Write {
	async function refusalOf(call: GuardCall): Promise<Refusal | null> {
		for (const guard of guards) {
			const refusal = await guard.examine(call);
			if (refusal) {
				return refusal;
			}
		}
		return null;
	}
	// HOST: src/socket.io/index.js and src/routes/helpers.js await native async functions only.
	const write: Write = async (caller, ...rest) => {
		const body = rowOf(caller.body);
		// HOST: src/controllers/write passes on only the fields it knows; the `forumTerms` field is in the body.
		const data = isController ? { ...body, ...rowOf(caller.params) } :
			{ ...'forumTerms' in body ? { forumTerms: body.forumTerms } : {}, ...rowOf(rest[0]) };
		const refusal = await refusalOf({ actor: callerOf(caller), data });
		if (!refusal) {
			return original(caller, ...rest);
		}
		if (isController && caller.res) {
			return answerRefusal(caller.res, refusal);
		}
		const error = new RefusedError(refusal);
		if (caller.res) {
			await completeRefusal(caller.res, refusal);
		} else {
			error.message = await sentenceOf(refusal, await languageFor({ uid: caller.uid }));
		}
		throw error;
	};
	write[unguarded] = original;
	return write;
}

/**
 * Puts our guards before NodeBB's own functions, so that every way to a function is guarded: its HTTP route with any
 * login and body format, its socket event, another plugin. Actor and target are what NodeBB resolved. HOST:
 * src/routes/write and src/socket.io look a function up in its module when it is called or, later than
 * `static:app.load`, when its route is mounted.
 */
export function mountGuards(guards: readonly Guard[], log: Log): void {
	for (const write of new Set(guards.map(guard => guard.write))) {
		try {
			const { holder, name, isController } = placeOf(write);
			const found = holder[name] as Write;
			const looks = guards.filter(guard => guard.write === write);
			holder[name] = guarded(found[unguarded] ?? found, looks, isController);
		} catch (error) {
			log.error('guards', write, error);
		}
	}
}
