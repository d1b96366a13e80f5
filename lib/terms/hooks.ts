import { actorOf, uidOf } from '../kernel/host/member';
import { oncePerObject } from '../kernel/host/once-per-object';
import type { Host, Members } from '../kernel/host/ports';
import { after, type Soon } from '../kernel/host/soon';
import { hook } from '../kernel/slice/slice';
import type { Acceptance } from './acceptance/acceptance';
import { pageGate, type PageView } from './acceptance/gate';
import type { Catalogue } from './documents/catalogue';
import { nothingAsked, type Position } from './documents/position';
import { isDue, type Debt } from './documents/rules';
import { markerField, type Registration } from './acceptance/registration';
import type { TermsSettings } from './documents/settings';
import type { TermsDocument } from './documents/version';
import { titleText, versionFacts } from './documents/version-name';

/** The fields of NodeBB's request that these hooks read. */
interface Request {
	uid?: unknown;
	method?: string;
	baseUrl?: string;
	path?: string;
	originalUrl?: string;
	headers?: Record<string, unknown>;
}
interface PageRequest { req: Request; res: { headersSent?: boolean } }
type UserData = Record<string, unknown>;
interface Check { userData: UserData }
interface InterstitialPayload {
	req: Request;
	userData?: UserData;
	interstitials: {
		template: string;
		data: Record<string, unknown>;
		callback: (userData: UserData, form: Record<string, unknown>) => Promise<void>;
	}[];
}
interface NewUser { user: UserData; data: UserData }

interface Parts {
	catalogue: Pick<Catalogue, 'documents'>;
	acceptance: Acceptance;
	registration: Registration;
	settings: () => Soon<TermsSettings>;
	isExempt: (uid: number) => Soon<boolean>;
	members: Members;
}

/** The same for every reader. */
const factsOf = oncePerObject((documents: readonly TermsDocument[]) => Object.freeze(versionFacts(documents)));

/** Registration and the page gate. */
export function termsHooks(parts: Parts, host: Host) {
	const { registration, settings, members, acceptance, isExempt } = parts;
	const gate = pageGate(acceptance, settings, host.clock, isExempt);
	/** What of a request is a page; null for the API and for programs. */
	function viewOf({ baseUrl = '', path = '', originalUrl, headers }: Request): PageView | null {
		const below = `${baseUrl}${path}`.slice(host.site.relativePath.length);
		return below.startsWith('/api/v3') || headers?.authorization !== undefined ? null :
			{ path: below, returnTo: originalUrl?.slice(host.site.relativePath.length) ?? below };
	}

	return {
		/** A marker among the form's fields comes from the browser, not from us. */
		registerCheck: hook<Check>('open', 'only removes a field', async ({ userData }) => {
			delete userData[markerField];
		}),
		/** HOST: src/controllers/authentication.js loops if an interstitial is added again after it was answered. */
		interstitial: hook<InterstitialPayload>('closed', 'nobody registers without being asked (R2.2)', async ({ userData, interstitials }) => {
			// Members are asked by the page gate instead, where declining does not cost them their session.
			if (!userData || userData.uid || (await settings()).enforcement === 'off') {
				return;
			}
			const question = await registration.question(userData, await members.language(0));
			if (question) {
				interstitials.push({
					template: 'partials/forum-terms/terms/interstitial',
					data: { ...question, versions: question.owed.map(({ version }) => version).join(',') },
					callback: async (data, form) => {
						await registration.answer(data, form);
					},
				});
			}
		}),
		/** HOST: src/user/approval.js stores a fixed list of fields; all others of `userData` are lost. */
		approvalQueue: hook<{ data: UserData; userData: UserData }>('open', 'the person is asked again on the first page', async ({ data, userData }) => {
			if (await registration.isGenuine(userData[markerField])) {
				data[markerField] = userData[markerField];
			}
		}),
		userCreate: hook<NewUser>('open', 'the person is asked again on the first page', async ({ user, data }) => {
			if (await registration.isGenuine(data[markerField])) {
				user[markerField] = data[markerField];
			}
		}),
		userCreated: hook<{ user: UserData }>('open', 'written on the first page view instead', async ({ user }) => {
			const actor = actorOf(user.uid);
			if (actor.kind === 'member' && await registration.settle(actor.uid, user[markerField])) {
				await members.clearField(actor.uid, markerField);
			}
		}),
		/** The terms stay readable while a registration is unfinished (NodeBB issues 7125 and 8452). */
		registrationPaths: hook<{ allowed: string[] }>('open', 'NodeBB keeps its own list', async ({ allowed }) => {
			allowed.push('/forum-terms');
		}),
		page: hook<PageRequest>('open', 'our error must not stop reading; posting is still checked', ({ req, res }) => {
			const uid = req.method === 'GET' && !res.headersSent ? uidOf(actorOf(req.uid)) : 0;
			return after(uid > 0 ? gate(uid, () => viewOf(req)) : null, path =>
				(path === null ? undefined : host.web.redirect(res, path)));
		}),
	};
}

/** What the page's scripts know of the terms: what this reader still may put off, what is announced, the versions. */
export function termsConfig({ acceptance, catalogue }: Pick<Parts, 'acceptance' | 'catalogue'>, { clock }: Pick<Host, 'clock'>) {
	const isPending = (debt: Debt) => debt.document.cids.length === 0 && !isDue(debt, clock.now());
	const newsIn = ({ debts, banners }: Position, documents: readonly TermsDocument[]) => ({
		pending: debts.filter(isPending)
			.map(({ version: { id, title }, dueAt }) => ({ version: id, title: titleText(title), dueAt })),
		banners: banners.map(({ id, title, changelog }) => ({ version: id, title: titleText(title), changelog })),
		versions: factsOf(documents),
	});
	return (uid: number) => after(uid > 0 ? acceptance.positionAnywhere(uid) : nothingAsked, position =>
		after(catalogue.documents(), documents => newsIn(position, documents)));
}
