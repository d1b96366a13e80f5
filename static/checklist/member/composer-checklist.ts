import * as hooks from 'hooks';
import { forgetUnsent } from 'forum-terms/checklist/member/checklist';
import type { Also, Answers, SentChecklist, SuggestionChoice } from 'forum-terms/checklist/member/model';
import { checklistPanel, type Panel } from 'forum-terms/checklist/member/panel';
import { onComposer } from 'forum-terms/posting/member/composer-opened';
import { placeOf, type PostData } from 'forum-terms/posting/member/composer-place';
import { first, overcome, say } from 'forum-terms/kit/dom';
import type { Problem } from 'forum-terms/forms/mark';
import { judged } from 'forum-terms/posting/member/posting';

interface Draft { text?: unknown; title?: unknown; forumTermsAnswers?: Answers }
interface Enhanced {
	postContainer: unknown;
	/** `category`: as NodeBB's page of it, for a new topic. */
	postData: PostData & { modified?: boolean; category?: { topicTemplate?: unknown } | null };
	draft?: Draft | null;
}
interface Saved { postContainer: unknown; draft: Draft }

// One per composer: several may be open, all but one minimised.
const panels = new WeakMap<HTMLElement, Promise<Panel>>();
const ready = new WeakMap<HTMLElement, Panel>();
// Answers of a draft, until the panel exists.
const restored = new WeakMap<HTMLElement, Answers>();
// Their authors were told that answers are missing.
const stopped = new WeakSet<HTMLElement>();

/** HOST: composer-default/static/lib/composer.js `composerAlert`. */
export const composerToast = 'post_error';

/** HOST: composer-default/static/lib/composer/tags.js keeps the tags in a hidden input, separated by commas. */
function tagsIn(container: HTMLElement): string[] {
	const input = container.querySelector<HTMLInputElement>('input.tags');
	return (input?.value ?? '').split(',').map(tag => tag.trim()).filter(tag => tag !== '');
}

/**
 * Saves every answer in the draft as it is typed. HOST: composer-default/static/lib/composer/drafts.js `init` listens
 * to its own fields only; of its events this one saves at once. Without `modified`, composer.js discards a text without
 * asking.
 */
function saveDraft(container: HTMLElement, postData: Enhanced['postData']): void {
	postData.modified = true;
	$(container).trigger('thumb.uploaded');
}

/** HOST: drafts.js `loadOpen` drops a draft without text and title; one with answers gets a space. */
const noText = ' ';

function keepAnswers({ postContainer, draft }: Saved): void {
	const container = first(postContainer);
	const answers = container ? ready.get(container)?.typed() ?? restored.get(container) : undefined;
	if (answers && Object.keys(answers).length > 0) {
		draft.forumTermsAnswers = answers;
		draft.text = draft.text || draft.title ? draft.text : noText;
	}
}

async function open({ postContainer, postData, draft }: Enhanced): Promise<void> {
	const container = first(postContainer);
	if (!container || panels.has(container)) {
		return;
	}
	const text = container.querySelector('textarea');
	if (text?.value === noText) {
		text.value = '';
	}
	// The text of a new composer is a template or a quotation; that of a draft is the author's own.
	const template = draft ? '' : text?.value;
	const made = checklistPanel({
		container, postData, place: () => placeOf(postData), tags: () => tagsIn(container),
		// HOST: composer-default/static/lib/composer/categoryList.js replaces it by the template of another category.
		hasText: () => ![template, postData.category?.topicTemplate, ''].includes(text?.value),
		...draft?.forumTermsAnswers ? { given: draft.forumTermsAnswers } : {},
	});
	if (draft?.forumTermsAnswers) {
		restored.set(container, draft.forumTermsAnswers);
	}
	panels.set(container, made);
	const panel = await made;
	ready.set(container, panel);
	// HOST: bootstrap-tagsinput triggers these through jQuery.
	$(container).on('itemAdded itemRemoved', () => panel.arrange());
	panel.onChange(() => {
		saveDraft(container, postData);
		if (panel.isComplete() && stopped.delete(container)) {
			overcome(composerToast);
		}
	});
	await panel.ensure();
}

/** The answers sent with a composer's text; undefined if nothing is asked. */
export function sentChecklist(container: HTMLElement): SentChecklist | undefined {
	return ready.get(container)?.sent();
}

/** Adds the author's choice about a suggested category, if the checklist asks for it. */
export function noteChoice(container: HTMLElement, choice: SuggestionChoice): void {
	ready.get(container)?.choose(choice);
}

/** The text as it will be sent, so that the server can check the answers. */
function writingIn(container: HTMLElement, checklist: SentChecklist) {
	const title = container.querySelector<HTMLInputElement>('input.title')?.value;
	return {
		content: container.querySelector('textarea')?.value ?? '', checklist, ...title === undefined ? {} : { title },
		...container.querySelector('input.tags') ? { tags: tagsIn(container) } : {},
	};
}

async function atTitle(container: HTMLElement, problem: Problem): Promise<Also[]> {
	const control = container.querySelector<HTMLInputElement>('input.title');
	return control ? [{ label: await say('forum-terms:checklist.topic-title'), control, problem }] : [];
}

/** HOST: composer-default/static/lib/composer.js `post` says this only after our questions, in a round of its own. */
async function shortTitle(container: HTMLElement): Promise<Also[]> {
	const title = container.querySelector<HTMLInputElement>('input.title');
	const least = Number(config.minimumTitleLength ?? 0);
	const isShort = () => title !== null && title.value.trim().length < least;
	const sentence = isShort() ? await say('error:title-too-short', least) : '';
	return sentence === '' ? [] : atTitle(container, () => (isShort() ? sentence : ''));
}

async function isRight(panel: Panel, container: HTMLElement, postData: PostData): Promise<boolean> {
	const short = await shortTitle(container);
	if (!panel.complete(short)) {
		return false;
	}
	const checklist = panel.sent();
	const reasons = checklist ?
		await judged(placeOf(postData), writingIn(container, checklist)).catch(() => []) : [];
	if (reasons.some(({ code }) => code === 'checklist-outdated')) {
		await panel.load();
	}
	const vague = reasons.find(({ field }) => field === 'title');
	return !panel.refuse(reasons, vague ? await atTitle(container, vague.message) : []);
}

/**
 * Whether the answers in a composer may go: nothing is missing, and the server has nothing against them. A server that
 * cannot be asked stops nobody; it judges again when the text comes.
 */
export async function passesChecklist(container: HTMLElement, postData: PostData): Promise<boolean> {
	const panel = await panels.get(container);
	await panel?.ensure().catch(() => undefined);
	if (!panel || await isRight(panel, container, postData)) {
		stopped.delete(container);
		return true;
	}
	stopped.add(container);
	return false;
}

/** Shows the checklist in every composer, keeps it with its category, and keeps its answers with the draft. */
export function initComposerChecklist(): void {
	onComposer((data: Enhanced) => {
		open(data).catch(() => undefined);
	});
	// HOST: composer-default/static/lib/composer/categoryList.js triggers this on the window, through jQuery.
	$(window).on('action:composer.changeCategory', (_event, data) => {
		const container = first((data as Enhanced).postContainer);
		void (container ? panels.get(container) : undefined)?.then(panel => panel.ensure()).catch(() => undefined);
	});
	hooks.on('filter:composer.drafts.save', (data: Saved) => {
		keepAnswers(data);
		return data;
	});
	hooks.on('action:composer.discard', forgetUnsent);
}
