import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { checklistField } from '../../lib/checklist/asking/answers';
import type { BodySchema } from '../../lib/kernel/slice/body';
import { forumTermsField } from '../../lib/kernel/refusals/wire';
import { givenReceipt, receiptFields } from '../../lib/terms/ledger/receipt';
import type { Schema } from './shape';

/** The field of the wire with its checklist, whose shape only the checklist's own slice knows. */
const forumTerms = v.strictObject({ ...forumTermsField.pipe[1].entries, checklist: v.optional(checklistField) });

function known(schema: unknown): Schema | null {
	if (schema === forumTermsField.pipe[0]) {
		return takenBy(forumTerms);
	}
	return schema === givenReceipt ? takenBy(receiptFields) : null;
}

/** What a schema takes, as JSON Schema. What JSON Schema cannot say, such as that a text is a day, is left out. */
export function takenBy(schema: BodySchema<unknown>): Schema {
	const taken = toJsonSchema(schema, {
		typeMode: 'input', target: 'draft-2020-12', errorMode: 'ignore',
		overrideSchema: ({ valibotSchema, jsonSchema }) => known(valibotSchema) ?? jsonSchema,
	});
	return Object.fromEntries(Object.entries(taken).filter(([key]) => key !== '$schema'));
}
