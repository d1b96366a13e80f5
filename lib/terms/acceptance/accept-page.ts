import { refusalMessage } from '../../kernel/refusals/message';
import { all } from '../../kernel/host/soon';
import type { OwedLookup, WritingPlace } from '../../kernel/offers/owed';
import { textOf } from '../../kernel/formats/text';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';
import type { Form, Page, PageAnswer } from '../../kernel/slice/routes';
import type { Acceptance } from './acceptance';
import type { Catalogue } from '../documents/catalogue';
import { titles } from '../documents/version-name';
import { acceptPath, safeReturnPath } from './gate';

const pageTitle = '[[forum-terms:page.accept.title]]';

/** Shown once on the next page. */
const recorded = {
	accept: '[[forum-terms:accept.done-accept]]', decline: '[[forum-terms:accept.done-decline]]',
} as const;

const listOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String).slice(0, 50);

/** A document of certain categories is asked for only there. */
function placeIn(cid: unknown): WritingPlace {
	const text = textOf(cid);
	return /^\d{1,10}$/.test(text) ? { cid: text } : {};
}

/** The page where members accept or decline; works without script, and never treats silence as consent. */
export function acceptPage(
	parts: { acceptance: Acceptance; catalogue: Pick<Catalogue, 'version'> }, owedTo: OwedLookup,
): { page: Page; form: Form } {
	const { acceptance, catalogue } = parts;

	async function view(
		uid: number, language: string, next: string, place: WritingPlace, refusal?: Refusal,
	): Promise<PageAnswer> {
		const owed = await owedTo(uid, language, place);
		if (owed.length === 0) {
			return { redirect: next };
		}
		return {
			template: 'forum-terms/accept',
			status: refusal ? 400 : 200,
			data: {
				title: pageTitle, owed, next, cid: place.cid ?? '', declined: owed.every(({ declined }) => declined),
				error: refusal ? refusalMessage(refusal) : '',
			},
		};
	}

	async function undecided(versions: readonly string[]): Promise<Refusal> {
		const named = await all(versions.map(id => catalogue.version(id)));
		return refuse('registration-undecided', [titles(named.filter(version => version !== null))], { field: 'agree' });
	}

	return {
		page: {
			path: acceptPath, access: 'member', kind: 'public', title: pageTitle,
			async render({ actor, query, language }) {
				const uid = actor.kind === 'member' ? actor.uid : 0;
				return view(uid, language, safeReturnPath(query.next), placeIn(query.cid));
			},
		},
		form: {
			path: acceptPath,
			async submit({ actor, form, language }) {
				if (actor.kind !== 'member') {
					return { redirect: '/login' };
				}
				const next = safeReturnPath(form.next);
				const place = placeIn(form.cid);
				const versions = listOf(form.version);
				if (form.decision !== 'accept' && form.decision !== 'decline') {
					return view(actor.uid, language, next, place, refuse('body-invalid', ['decision', 'accept / decline'], {
						field: 'decision',
					}));
				}
				if (form.decision === 'accept' && form.agree !== '1') {
					return view(actor.uid, language, next, place, await undecided(versions));
				}
				const languages = listOf(form.language);
				for (const [index, versionId] of versions.entries()) {
					const statement = {
						uid: actor.uid, versionId, language: languages[index] ?? languages[0] ?? language,
						method: 'page' as const,
					};
					const decided = form.decision === 'accept' ?
						await acceptance.accept(statement) : await acceptance.decline(statement);
					if (!decided.ok) {
						return view(actor.uid, language, next, place, decided.refusal);
					}
				}
				return { redirect: next, message: recorded[form.decision] };
			},
		},
	};
}
