import { edge, RefusedError, type FailPolicy } from '../kernel/edges';
import { actorOf, uidOf } from '../kernel/member';
import type { Host } from '../kernel/ports';
import { checkSettings, readSettings, type SettingSpecs } from '../kernel/settings';
import { isReachable, pageGate } from './gate';
import type { TermsParts } from './parts';
import { bannerVersions, isDue } from './rules';
import { markerField } from './registration';

/** NodeBB's request as the hooks of this slice read it. */
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

/** What happens when one of these fails for a reason of our own; a test compares docs/failure-policies.md. */
export const termsFailPolicies = {
	'register-check': 'open', interstitial: 'closed', 'approval-queue': 'open', 'user-create': 'open',
	'user-created': 'open', 'user-deleted': 'closed', 'registration-paths': 'open', page: 'open', config: 'open', menu: 'open',
	'settings-save': 'closed',
} as const satisfies Record<string, FailPolicy>;

/** Registration, page gate, menus and settings of the terms. */
export function termsHooks(parts: TermsParts, host: Host, allSettings: SettingSpecs) {
	const { registration, settings, members, acceptance, isExempt } = parts;
	const gate = pageGate(acceptance, settings, host.clock, isExempt);
	const guarded = <P>(event: keyof typeof termsFailPolicies, handle: (payload: P) => Promise<void>,
		uid?: (payload: P) => number | undefined) => edge<P>({
		slice: 'terms', event, onFailure: termsFailPolicies[event], log: host.log, ...(uid ? { uid } : {}),
	}, async (payload) => {
		await handle(payload);
		return payload;
	});

	return {
		/** A marker in the form's own fields would be the browser's word, not ours. */
		registerCheck: guarded<Check>('register-check', async ({ userData }) => {
			delete userData[markerField];
		}),
		/** HOST: src/controllers/authentication.js loops when an interstitial is pushed again after it was answered. */
		interstitial: guarded<InterstitialPayload>('interstitial', async ({ userData, interstitials }) => {
			// People with an account are asked by the page gate, where "no" does not cost them their session.
			if (!userData || userData.uid || (await settings()).enforcement === 'off') {
				return;
			}
			const question = await registration.question(userData, await members.language(0));
			if (question) {
				interstitials.push({
					template: 'partials/forum-terms/interstitial',
					data: { ...question, versions: question.owed.map(({ version }) => version).join(',') },
					callback: async (data, form) => {
						await registration.answer(data, form);
					},
				});
			}
		}),
		/** HOST: src/user/approval.js stores a fixed list of fields; everything else of `userData` is lost. */
		approvalQueue: guarded<{ data: UserData; userData: UserData }>('approval-queue', async ({ data, userData }) => {
			if (await registration.isGenuine(userData[markerField])) {
				data[markerField] = userData[markerField];
			}
		}),
		userCreate: guarded<NewUser>('user-create', async ({ user, data }) => {
			if (await registration.isGenuine(data[markerField])) {
				user[markerField] = data[markerField];
			}
		}),
		userCreated: guarded<{ user: UserData }>('user-created', async ({ user }) => {
			const actor = actorOf(user.uid);
			if (actor.kind === 'member' && await registration.settle(actor.uid, user[markerField])) {
				await members.clearField(actor.uid, markerField);
			}
		}),
		/** HOST: src/user/delete.js waits for this before it removes the account, and stops when it throws. */
		userDeleted: guarded<{ uid?: unknown }>('user-deleted', async ({ uid }) => {
			const actor = actorOf(uid);
			if (actor.kind === 'member') {
				await parts.erasure.forget(actor.uid);
				acceptance.forget(actor.uid);
			}
		}, ({ uid }) => Number(uid)),
		/** The terms stay readable while a registration waits for its answers (NodeBB issues 7125 and 8452). */
		registrationPaths: guarded<{ allowed: string[] }>('registration-paths', async ({ allowed }) => {
			allowed.push('/forum-terms');
		}),
		page: guarded<PageRequest>('page', async ({ req, res }) => {
			const actor = actorOf(req.uid);
			const full = `${req.baseUrl ?? ''}${req.path ?? ''}`.slice(host.site.relativePath.length);
			const isPage = req.method === 'GET' && !full.startsWith('/api/v3') && req.headers?.authorization === undefined;
			if (actor.kind !== 'member' || !isPage || res.headersSent) {
				return;
			}
			const withoutApi = (path: string) => path.replace(/^\/api(?=\/|$|\?)/, '') || '/';
			const path = withoutApi(full);
			const original = (req.originalUrl ?? full).slice(host.site.relativePath.length);
			const elsewhere = isReachable(path, []) ? null : await gate({
				uid: actor.uid, path, returnTo: withoutApi(original).replace(/[?&]_=\d+$/, ''),
			});
			if (elsewhere) {
				host.web.redirect(res, elsewhere);
			}
		}, ({ req }) => (actorOf(req.uid).kind === 'member' ? Number(req.uid) : undefined)),
		config: guarded<Record<string, unknown>>('config', async (config) => {
			const uid = uidOf(actorOf(config.uid));
			const [values, stored, documents, debts] = await Promise.all([
				settings(), host.settings.read(), parts.audience.documentsOf(uid), uid > 0 ? acceptance.debts(uid) : [],
			]);
			const now = host.clock.now();
			const all = readSettings(allSettings, stored);
			const visible = Object.keys(allSettings).filter(key => allSettings[key]?.client);
			config.forumTerms = {
				...Object.fromEntries(visible.map(key => [key, all[key]])),
				pending: debts.filter(debt => !isDue(debt, now))
					.map(({ version: { id, title }, dueAt }) => ({ version: id, title, dueAt })),
				banners: values.enforcement === 'off' ? [] : bannerVersions(documents, now)
					.map(({ id, title, changelog }) => ({ version: id, title, changelog })),
			};
		}),
		adminMenu: guarded<{ plugins: unknown[] }>('menu', async ({ plugins }) => {
			plugins.push({
				route: '/plugins/forum-terms', icon: 'fa-file-signature', name: '[[admin/plugins/forum-terms:menu]]',
			});
		}),
		profileMenu: guarded<{ links: unknown[] }>('menu', async ({ links }) => {
			links.push({
				id: 'forum-terms', route: 'forum-terms', name: '[[forum-terms:menu.agreements]]', icon: 'fa-file-signature',
				visibility: { self: true, other: false, moderator: false, globalMod: false, admin: true },
			});
		}),
		settingsSave: guarded<{ plugin?: string; settings: Record<string, unknown> }>('settings-save', async (payload) => {
			if (payload.plugin !== 'forum-terms') {
				return;
			}
			// HOST: src/socket.io/admin/settings.js writes this very object to the event log once it is saved.
			for (const key of Object.keys(payload.settings).filter(name => !Object.hasOwn(allSettings, name))) {
				delete payload.settings[key];
			}
			const checked = checkSettings(allSettings, payload.settings);
			if (!checked.ok) {
				throw new RefusedError(checked.refusal);
			}
		}),
	};
}
