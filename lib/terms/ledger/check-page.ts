import type { Form, Page, PageAnswer } from '../../kernel/slice/routes';
import { textOf } from '../../kernel/formats/text';
import type { Keys } from '../../platform/sealed-book/keyring';
import { checkReceiptText } from './receipt';

const path = '/forum-terms/check';
const title = '[[forum-terms:page.check.title]]';
const longestReceipt = 20_000;

/** Checks a receipt that anybody pastes. Works without script. */
export function checkPage({ keyring }: { keyring: Keys }): { page: Page; form: Form } {
	function view(receipt: string, verdict: string): PageAnswer {
		return {
			template: 'forum-terms/check',
			status: verdict === 'unreadable' ? 400 : 200,
			data: {
				title, receipt, verdict, isValid: verdict === 'valid',
				sentence: verdict ? `[[forum-terms:check.${verdict}]]` : '',
			},
		};
	}
	return {
		page: { path, access: 'anyone', kind: 'public', title, render: async () => view('', '') },
		form: {
			path,
			async submit({ form }) {
				const text = textOf(form.receipt).slice(0, longestReceipt);
				return view(text, checkReceiptText(text, await keyring()));
			},
		},
	};
}
