import type { Response } from 'express';
import { refusalMessage } from '../kernel/message';
import { refusalTable, type Refusal } from '../kernel/refusal';
import { hostModule } from './modules';

const codes: Partial<Record<number, string>> = { 409: 'conflict', 413: 'payload-too-large', 415: 'unsupported-media-type', 429: 'too-many-requests' };

/**
 * A refusal in NodeBB's envelope: the sentence in the caller's language, and the facts for machines.
 * HOST: src/controllers/helpers.js `formatApiResponse` empties `response` for errors and calls every status it does
 * not know an internal error, so the envelope is made here with its own `generateError`.
 */
export async function answerRefusal(res: Response, refusal: Refusal): Promise<void> {
	const { status } = refusalTable[refusal.code];
	const envelope = await hostModule('./src/controllers/helpers').generateError(status, refusalMessage(refusal), res);
	const { code, clause, field, termsVersion } = refusal;
	res.status(status).json({
		status: { ...envelope.status, code: codes[status] ?? envelope.status.code },
		response: { code, clause, ...(field ? { field } : {}), ...(termsVersion ? { termsVersion } : {}) },
	});
}
