import { range } from 'lodash';
import { emptyBody } from '../../kernel/slice/body';
import { breakableClauses, type ClauseId } from '../../kernel/refusals/clause';
import { actorOf, uidOf } from '../../kernel/host/member';
import { languageToken } from '../../kernel/refusals/message';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import { hook } from '../../kernel/slice/slice';
import { textOf } from '../../kernel/formats/text';
import type { Citations } from '../../platform/decisions/citations';
import type { ShownDeciders } from '../../platform/decisions/shown-decider';
import type { PartnerAccount } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import { attributionFields } from '../posts/post-attribution';
import type { PartnerStatements } from '../timeline/statements';
import { standingAfter, usualThresholds } from './standing-rules';
import type { Standings } from './standings';
import type { StrikeStore } from './store';
import { answerDays, strikeDays } from './giving';
import type { Strikes } from './strikes';
import { strikeViews } from './view';

interface Parts {
	directory: PartnerDirectory;
	strikes: Strikes;
	strikeStore: StrikeStore;
	standings: Standings;
	citations: Citations;
	statements: PartnerStatements;
	deciders: ShownDeciders;
	host: Pick<Host, 'clock' | 'members' | 'places'>;
}
/** Authors can breach these; 4.12 binds the owner. */
const strikeClauses = breakableClauses.filter(clause => clause !== '4.12');

interface Tools { pid: unknown; uid: unknown; tools: { action: string; html: string; icon: string }[] }
interface Target { account: PartnerAccount; uid: number }

/** The entry in a post's menu, and the strike dialog's data. */
export function strikeForm(parts: Parts) {
	const { directory, strikes, strikeStore, host } = parts;
	const { clock, members, places } = host;
	const views = strikeViews(parts);

	/** The account a post was written for, if this reader may give it a strike. */
	async function target(pid: string, by: number): Promise<Outcome<Target>> {
		const mayRead = await places.canRead({ pid }, by);
		const fields = mayRead ? await places.postFields(pid, ['uid', attributionFields.partner]) : {};
		const cid = textOf(fields.uid) === '' ? null : await places.categoryOf({ pid });
		if (cid === null) {
			return refused(refuse('post-unknown', [pid], { field: 'pid', clause: '4.12' }));
		}
		const id = textOf(fields[attributionFields.partner]);
		const isFree = await strikes.barred(id, cid, by);
		const account = isFree.ok && id !== '' ? await directory.account(id) : null;
		return !isFree.ok ? isFree : account ? done({ account, uid: Number(fields.uid) }) :
			refused(refuse('partner-post-none', [pid], { field: 'pid' }));
	}

	async function formOf(pid: string, { account, uid }: Target, language: string) {
		const [history, [author]] = await Promise.all([
			strikeStore.history(account.id), members.profiles([uid]),
		]);
		const [now, thresholds] = [clock.now(), usualThresholds];
		const after = (clause: ClauseId, points: number) => {
			const standing = standingAfter(history.strikes, { uid, clause, points }, now, thresholds);
			return { total: standing.points, people: standing.people, stage: standing.stage, next: standing.next };
		};
		const isGrave = (clause: string) => thresholds.graveClauses.includes(clause);
		const [grave, usual] = [strikeClauses.find(isGrave), strikeClauses.find(clause => !isGrave(clause))];
		const outlook = (clause: ClauseId | undefined) => (clause === undefined ? [] : range(1, 11).map(points =>
			({ points, ...after(clause, points) })));
		return {
			partner: { id: account.id, company: account.company }, author: { uid, username: author?.username ?? '' },
			clauses: strikeClauses.map(clause => ({ clause, isGrave: isGrave(clause) })),
			days: strikeDays,
			answerDays, standing: await parts.standings.of(account.id),
			outlook: { usual: outlook(usual), grave: outlook(grave) },
			given: await views.strikes(
				account, history.strikes.filter(strike => strike.pid === pid), { language, isAffected: false }),
		};
	}

	const routes: Route[] = [route({
		method: 'get', path: '/posts/:pid/strike', access: 'member', body: emptyBody,
		async handle({ params, actor, language }) {
			const pid = params.pid ?? '';
			const found = await target(pid, uidOf(actor));
			return found.ok ? done(await formOf(pid, found.value, language)) : found;
		},
	})];

	return {
		routes,
		hooks: {
			/** Only for people who may give strikes, and only on posts for a partner. */
			tools: hook<Tools>('open', 'only a menu entry is missing', async ({ uid, pid, tools }) => {
				const by = uidOf(actorOf(uid));
				const found = by > 0 ? await target(textOf(pid), by) : null;
				if (found?.ok) {
					tools.push({
						action: 'forum-terms/strike', icon: 'fa-gavel',
						html: languageToken('forum-terms:strike.tool', [found.value.account.company]),
					});
				}
			}),
		},
	};
}
