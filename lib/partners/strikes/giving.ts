import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { textOf } from '../../kernel/formats/text';
import { targetRefusal } from '../../platform/decisions/spoken-against';
import type { PartnerAccount } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import { attributionFields } from '../posts/post-attribution';
import { strikeState } from './standing-rules';
import type { Strike, StrikeCase, StrikeInput } from './strike';
import type { StrikeStore } from './store';

const dayMs = 86_400_000;
export const strikeDays = { fewest: 30, usual: 180, most: 365 };
/** Days an owner has to answer before a strike counts. */
export const answerDays = 7;

/** A strike before it is on record. */
export type Wanted = Omit<Strike, 'id' | 'decision' | 'reporters'>;

/** Who may give a strike, and for what. */
export interface StrikeGiving {
	/** Why somebody may not give or decide strikes there: they do not moderate it, or speak for the account. */
	barred(partner: string, cid: number, by: number): Promise<Outcome<null>>;
	/** A strike that somebody may give; `before`: the same one, given already. */
	examined(
		account: PartnerAccount, input: StrikeInput, by: number,
	): Promise<Outcome<{ before: StrikeCase | null; strike: Wanted }>>;
}

export function strikeGiving({ store, directory, host }: {
	store: Pick<StrikeStore, 'history'>; directory: Pick<PartnerDirectory, 'membership'>;
	host: Pick<Host, 'clock' | 'places'>;
}): StrikeGiving {
	const { clock, places } = host;

	async function barred(partner: string, cid: number, by: number): Promise<Outcome<null>> {
		if (!await places.canModerate(cid, by)) {
			return refused(refuse('permission-missing', [], { clause: '4.12' }));
		}
		const own = await directory.membership(by);
		return own?.partner === partner ? refused(refuse('partner-strike-own')) : done(null);
	}
	/** The post's category and author, if it was written for this account. */
	async function target({ id, company }: PartnerAccount, pid: string, by: number) {
		const mayRead = await places.canRead({ pid }, by);
		const fields = mayRead ? await places.postFields(pid, ['uid', attributionFields.partner]) : {};
		const cid = textOf(fields.uid) === '' ? null : await places.categoryOf({ pid });
		if (cid === null) {
			return refused(refuse('post-unknown', [pid], { field: 'pid', clause: '4.12' }));
		}
		const isFree = await barred(id, cid, by);
		if (!isFree.ok) {
			return isFree;
		}
		return fields[attributionFields.partner] === id ? done({ cid, uid: Number(fields.uid) }) :
			refused(refuse('partner-strike-other', [pid, company], { field: 'pid' }));
	}

	const examined: StrikeGiving['examined'] = async (account, input, by) => {
		const { pid, clause, target: against, points, reason, days } = input;
		const { fewest, usual, most } = strikeDays;
		const lasting = days ?? usual;
		const wrongTarget = targetRefusal(clause, against);
		if (wrongTarget || lasting < fewest || lasting > most) {
			return refused(wrongTarget ?? refuse('body-invalid', ['days', `${fewest} – ${most}`], { field: 'days', clause: '4.12' }));
		}
		const post = await target(account, pid, by);
		if (!post.ok) {
			return post;
		}
		const now = clock.now();
		const before = (await store.history(account.id)).strikes.find(strike =>
			strike.pid === pid && strike.clause === clause && strikeState(strike, now) !== 'withdrawn') ?? null;
		if (before && (before.by !== by || before.points !== points)) {
			return refused(refuse('partner-strike-given', [clause], { field: 'clause' }));
		}
		return done({ before, strike: {
			partner: account.id, pid, clause, points, reason, by, at: now, ...post.value,
			answerBy: now + (answerDays * dayMs), expiresAt: now + (lasting * dayMs),
		} });
	};

	return { barred, examined };
}
