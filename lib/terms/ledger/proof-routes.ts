import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { done, refused } from '../../kernel/refusals/outcome';
import type { Members } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route, type RouteCall } from '../../kernel/slice/routes';
import type { Keys } from '../../platform/sealed-book/keyring';
import type { Ledger } from './ledger';
import type { BookVerdict } from '../../platform/sealed-book/check';
import { checkReceipt, givenReceipt, type Receipt } from './receipt';
import type { LedgerRecord } from './record';
import type { Seals } from '../../platform/sealed-book/seals';

function memberOf(call: RouteCall<unknown>): number {
	return call.actor.kind === 'member' ? call.actor.uid : 0;
}

const checkBody = v.strictObject({ receipt: givenReceipt });

interface Parts {
	ledger: Ledger;
	keyring: Keys;
	seals: Seals;
	verifyLedger: () => Promise<BookVerdict>;
	provenReceipt: (record: LedgerRecord) => Promise<Receipt>;
	members: Members;
}

/** Proof for members and for those they show it to: receipts, keys, export, the sealed ledger. */
export function proofRoutes(parts: Parts): Route[] {
	const { ledger, provenReceipt, keyring, seals, verifyLedger, members } = parts;

	return [
		route({
			method: 'post', path: '/receipts/check', access: 'anyone', rate: 'unlimited', body: checkBody,
			handle: async call => done({ verdict: checkReceipt(call.body.receipt, await keyring()) }),
		}),
		route({
			method: 'get', path: '/receipts/:record', access: 'member', body: emptyBody,
			async handle(call) {
				const id = call.params.record ?? '';
				const record = /^[1-9]\d{0,14}$/.test(id) ? await ledger.record(Number(id)) : null;
				const uid = memberOf(call);
				// Other members' records answer like missing ones.
				return record && record.digest !== '' && (record.uid === uid || await members.isAdministrator(uid)) ?
					done({ receipt: await provenReceipt(record) }) : refused(refuse('record-unknown', [id]));
			},
		}),
		route({
			method: 'get', path: '/keys', access: 'anyone', body: emptyBody,
			handle: async () => done({ keys: (await keyring()).all }),
		}),
		route({
			method: 'get', path: '/admin/members/:uid/records', access: 'administrator', body: emptyBody,
			async handle(call) {
				const uid = /^[1-9]\d{0,14}$/.test(call.params.uid ?? '') ? Number(call.params.uid) : 0;
				const [own, erased] = await Promise.all([ledger.recordsOf(uid, 500), ledger.recordsOfErased(uid, 500)]);
				return done({ uid, erased: own.length === 0 && erased.length > 0, records: [...own, ...erased] });
			},
		}),
		route({
			method: 'post', path: '/admin/keys/rotate', access: 'administrator', body: emptyBody,
			handle: async () => done({ key: await keyring.rotate() }),
		}),
		route({
			method: 'get', path: '/admin/ledger', access: 'administrator', body: emptyBody,
			async handle() {
				const { lastRecord, lastSealed, lastSeal } = await seals.state();
				return done({ records: lastRecord, sealed: lastSealed, seals: lastSeal, key: (await keyring()).id });
			},
		}),
		route({
			method: 'post', path: '/admin/ledger/seal', access: 'administrator', body: emptyBody,
			handle: async () => done({ sealed: await seals.sealNow() }),
		}),
		route({
			method: 'post', path: '/admin/ledger/verify', access: 'administrator', body: emptyBody,
			handle: async () => done(await verifyLedger()),
		}),
	];
}
