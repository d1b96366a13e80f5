import { uidOf } from '../kernel/host/member';
import { refusalMessage } from '../kernel/refusals/message';
import { refusalTable, refuse, type RefusalCode } from '../kernel/refusals/refusal';
import type { Form, Page, PageAnswer } from '../kernel/slice/routes';
import { textOf } from '../kernel/formats/text';
import type { LicenceLookup } from '../kernel/offers/licence-history';
import type { Members } from '../kernel/host/ports';
import type { Licences } from './claims/licences';
import type { CustomerSettings } from './claims/settings';
import type { Soon } from '../kernel/host/soon';

const title = '[[forum-terms:licence.title]]';
const formPath = '/forum-terms/licences';
const tones = { claimed: 'secondary', verified: 'success', refused: 'danger', withdrawn: 'secondary', ended: 'warning' } as const;

/** Possible answers of the form; the code returns in the address, the typed key never does. */
const problems = ['licence-malformed', 'licence-too-many', 'licence-too-often', 'licence-busy', 'licence-unknown'] as const;

function isProblem(code: string): code is typeof problems[number] {
	return Object.hasOwn(refusalTable, code) && (problems as readonly RefusalCode[]).includes(code as RefusalCode);
}
const iso = (time: number) => (time > 0 ? new Date(time).toISOString() : '');

/** A member's own licences: claims, their state, and withdrawing them. */
export function licencePage({ own, settings, host }: {
	own: LicenceLookup; settings: () => Soon<CustomerSettings>; host: { members: Pick<Members, 'isAdministrator'> };
}): Page {
	async function problemIn(code: string): Promise<string> {
		const { licenceClaimsPerHour } = await settings();
		const facts = { 'licence-malformed': ['XXXX-XXXX-XXXX-XXXX'], 'licence-too-many': [20],
			'licence-too-often': [licenceClaimsPerHour], 'licence-busy': [], 'licence-unknown': ['–'] };
		return isProblem(code) ? refusalMessage(refuse(code, facts[code])) : '';
	}
	return {
		path: '/user/:userslug/licences', access: 'member', kind: 'account', title,
		async render({ actor, query, accountUid = 0 }) {
			const viewer = uidOf(actor);
			if (viewer !== accountUid && !await host.members.isAdministrator(viewer)) {
				return { notFound: true };
			}
			const licences = (await own(accountUid)).filter(({ state }) => state !== 'withdrawn').reverse();
			return {
				template: 'account/forum-terms-licences',
				data: {
					isSelf: viewer === accountUid, problem: await problemIn(query.problem ?? ''), isClaimed: query.claimed === '1',
					licences: licences.map(licence => ({
						...licence, tone: tones[licence.state], claimedAtISO: iso(licence.claimedAt),
						validUntilISO: iso(licence.validUntil).slice(0, 10),
					})),
				},
			};
		},
	};
}

/** The page's form without script: claims a key, or withdraws a claim. */
export function licenceForm({ licences, host }: {
	licences: Pick<Licences, 'claim' | 'withdraw'>; host: { members: Pick<Members, 'profiles'> };
}): Form {
	return {
		path: formPath,
		async submit({ actor, form }): Promise<PageAnswer> {
			const uid = uidOf(actor);
			const [profile] = uid > 0 ? await host.members.profiles([uid]) : [];
			if (!profile) {
				return { redirect: '/login' };
			}
			const id = textOf(form.withdraw);
			const answer = /^[1-9]\d{0,14}$/.test(id) ? await licences.withdraw(uid, Number(id)) :
				await licences.claim(uid, textOf(form.key).slice(0, 100));
			const page = `/user/${profile.userslug}/licences`;
			return { redirect: answer.ok ? `${page}${id === '' ? '?claimed=1' : ''}` : `${page}?problem=${answer.refusal.code}` };
		},
	};
}
