import { languageName } from '../../kernel/formats/language';
import { uidOf } from '../../kernel/host/member';
import type { Members } from '../../kernel/host/ports';
import { minutePhrase, tokenOf } from '../../kernel/refusals/message';
import type { Page } from '../../kernel/slice/routes';
import type { Catalogue } from '../documents/catalogue';
import { titledById } from '../documents/version-name';
import type { Ledger } from './ledger';
import type { Receipt } from './receipt';
import { iso, type LedgerRecord } from './record';

interface ReceiptParts {
	ledger: Ledger;
	provenReceipt: (record: LedgerRecord) => Promise<Receipt>;
	catalogue: Catalogue;
	members: Members;
}

const numberIn = (text = '') => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0);

/** The address named in a receipt: redirects its owner and administrators to the receipt page. */
export function receiptAddress({ ledger, members }: ReceiptParts): Page {
	return {
		path: '/forum-terms/record/:record', access: 'member', kind: 'public', title: '[[forum-terms:page.receipt.title]]',
		async render({ actor, params }) {
			const [viewer, id] = [uidOf(actor), numberIn(params.record)];
			const record = id > 0 ? await ledger.record(id) : null;
			const isAllowed = record !== null && (viewer === record.uid || await members.isAdministrator(viewer));
			const [owner] = isAllowed && record.event !== 'shown' ? await members.profiles([record.uid]) : [];
			return owner ? { redirect: `/user/${owner.userslug}/forum-terms/${id}` } : { notFound: true };
		},
	};
}

/** A receipt as a printable page: what was agreed to, when and how, the proof, and the file. */
export function receiptPage(parts: ReceiptParts): Page {
	const { ledger, provenReceipt, catalogue, members } = parts;
	return {
		path: '/user/:userslug/forum-terms/:record', access: 'member', kind: 'account',
		title: '[[forum-terms:page.receipt.title]]',
		async render({ actor, params, language, accountUid = 0 }) {
			const viewer = actor.kind === 'member' ? actor.uid : 0;
			const isAllowed = viewer === accountUid || await members.isAdministrator(viewer);
			const id = numberIn(params.record);
			const record = isAllowed && id > 0 ? await ledger.record(id) : null;
			if (!record || record.uid !== accountUid || record.event === 'shown') {
				return { notFound: true };
			}
			const [receipt, name] = await Promise.all([provenReceipt(record), titledById(catalogue, record.version)]);
			const json = JSON.stringify(receipt, null, 2);
			return {
				template: 'account/forum-terms-receipt',
				data: {
					record, name: tokenOf(name), atISO: iso(record.at), moment: tokenOf(minutePhrase(record.at)),
					key: receipt.key, languageName: languageName(record.language, language),
					isSealed: receipt.proof !== undefined, json,
					dataURL: `data:application/json;base64,${Buffer.from(json, 'utf8').toString('base64')}`,
				},
			};
		},
	};
}
