import type { Response } from 'express';
import { plainText } from '../../kernel/formats/html';
import { refusalMessage } from '../../kernel/refusals/message';
import { refusalTable, type Refusal } from '../../kernel/refusals/refusal';
import { languageOf } from './caller';
import { hostModule } from '../core/modules';

const codes: Partial<Record<number, string>> = {
	409: 'conflict', 413: 'payload-too-large', 415: 'unsupported-media-type', 429: 'too-many-requests',
};

/**
 * The sentence of a refusal as plain text. Angle brackets become single quotation marks, because NodeBB prints error
 * messages as HTML. HOST: public/src/modules/alerts.js and partials/toast.tpl; src/translator.js escapes the facts of a
 * sentence.
 */
export async function sentenceOf(refusal: Refusal, language: string): Promise<string> {
	const html = await hostModule('./src/translator').translate(refusalMessage(refusal), language);
	return plainText(html).replaceAll('<', '‹').replaceAll('>', '›');
}

async function envelopeOf(res: Response, refusal: Refusal): Promise<{ status: number; body: object }> {
	const { status } = refusalTable[refusal.code];
	const sentence = await sentenceOf(refusal, await languageOf(res.req));
	const envelope = await hostModule('./src/controllers/helpers').generateError(status, sentence, res);
	const { code, clause, field, termsVersion } = refusal;
	return {
		status,
		body: {
			status: { ...envelope.status, code: codes[status] ?? envelope.status.code },
			response: {
				code, ...(clause ? { clause } : {}), ...(field ? { field } : {}),
				...(termsVersion ? { termsVersion } : {}),
			},
		},
	};
}

/**
 * A refusal in NodeBB's envelope: the sentence in the caller's language, and the facts for programs. HOST:
 * src/controllers/helpers.js `formatApiResponse` empties `response` for errors and reports unknown statuses as internal
 * errors, so the envelope is built here with core's `generateError`.
 */
export async function answerRefusal(res: Response, refusal: Refusal): Promise<void> {
	const { status, body } = await envelopeOf(res, refusal);
	res.status(status).json(body);
}

/** The same when NodeBB itself handles the thrown error: its error is replaced by the envelope. */
export async function completeRefusal(res: Response, refusal: Refusal): Promise<void> {
	const { status, body } = await envelopeOf(res, refusal);
	const write = res.json.bind(res);
	res.json = () => {
		res.json = write;
		res.status(status);
		return write(body);
	};
}
