import { accessRows } from './access';
import { categoryRows } from './categories';
import { checklistRows } from './checklist';
import { customerRows } from './customers';
import { partnerRows } from './partners';
import { peopleRows } from './people';
import { postingRows } from './posting';
import { recordRows } from './records';
import type { Rows } from './row';
import { setupRows } from './setup';
import { termsRows } from './terms';

/** The table of addresses by the file that holds the rows; within a file, what changes the ground stands last. */
export const addressTable: Readonly<Record<string, Rows>> = {
	terms: termsRows, posting: postingRows, checklist: checklistRows, access: accessRows, categories: categoryRows,
	customers: customerRows, partners: partnerRows, people: peopleRows, records: recordRows,
	setup: setupRows,
};
