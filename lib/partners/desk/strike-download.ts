import { uidOf } from '../../kernel/host/member';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import type { Download, DownloadCall } from '../../kernel/slice/routes';
import type { Batches } from '../../platform/json-stream';
import { rowsDownloads } from '../../platform/rows-file/downloads';
import type { PartnerAccess } from '../accounts/access';
import type { PartnerDirectory } from '../accounts/directory';
import { strikeViews } from '../strikes/view';
import type { VisibleStrikesLookup } from '../strikes/visible-strikes';

type Row = Awaited<ReturnType<ReturnType<typeof strikeViews>['strikes']>>[number];
type Parts = Parameters<typeof strikeViews>[0] & {
	directory: Pick<PartnerDirectory, 'account' | 'membership'>; access: Pick<PartnerAccess, 'forbid'>; visibleTo: VisibleStrikesLookup;
};

const iso = (time: number) => (time > 0 ? new Date(time).toISOString() : '');

/** An account's strikes as CSV and JSON, newest first, for those who see them, each what they see (clause 4.12). */
export function strikeDownloads({ directory, access, visibleTo, ...parts }: Parts): Download[] {
	const views = strikeViews(parts);
	async function open({ params, actor, language }: DownloadCall): Promise<Outcome<Batches<Row>>> {
		const [account, uid] = [await directory.account(params.id ?? ''), uidOf(actor)];
		const visible = account && await visibleTo(account, uid);
		if (!account || !visible) {
			return account ? access.forbid(account.id, uid, 'strikes') :
				refused(refuse('partner-unknown', [params.id ?? ''], { field: 'id' }));
		}
		const isAffected = (await directory.membership(uid))?.partner === account.id;
		const rows = await views.strikes(account, visible.strikes, { language, isAffected });
		return done((async function* batches() {
			await Promise.resolve();
			yield rows;
		}()));
	}
	return rowsDownloads<Row>({
		path: '/partners/:id/strikes', access: 'member', fileName: 'forum-terms-strikes', open,
		columns: [
			'id', 'record', 'at', 'pid', 'username', 'by', 'clause', 'termsVersion', 'sentence', 'points', 'weight', 'state',
			'reason', 'answerBy', 'expiresAt', 'answer', 'answeredAt', 'decision', 'decisionReason', 'decidedBy', 'decidedAt',
		],
		csv: row => [[
			row.id, row.record, iso(row.at), row.pid, row.username, row.byName, row.clause, row.termsVersion,
			row.sentence, row.points, row.weight, row.state, row.reason, iso(row.answerBy), iso(row.expiresAt), row.answer?.text ?? '',
			iso(row.answer?.at ?? 0), row.decision ? (row.decision.counts ? 'counts' : 'withdrawn') : '', row.decision?.reason ?? '',
			row.decision?.byName ?? '', iso(row.decision?.at ?? 0),
		]],
		json: ({ statement: _statement, ...row }) =>
			({ ...row, at: iso(row.at), answerBy: iso(row.answerBy), expiresAt: iso(row.expiresAt) }),
	});
}
