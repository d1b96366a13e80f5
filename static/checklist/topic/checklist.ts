import { answerList, historyOf } from 'forum-terms/checklist/topic/history';
import { authorNotice, staffNotice, waivedItems } from 'forum-terms/checklist/topic/owed';
import { loadRecord, type EvidenceRecord, type PublicChecklist } from 'forum-terms/checklist/topic/record';
import { element, problemText, say } from 'forum-terms/kit/dom';
import { setInAs } from 'forum-terms/kit/set-in';

const block = 'forum-terms-answers-block';

function stored(): PublicChecklist | null {
	const { forumTermsChecklist: text } = ajaxify.data;
	return typeof text === 'string' && text !== '' ? JSON.parse(text) as PublicChecklist : null;
}

function isAuthor(): boolean {
	return app.user.uid > 0 && Number(ajaxify.data.uid) === app.user.uid;
}

/** HOST: src/privileges/topics.js `get`: administrators and moderators of the topic's category. */
function isStaff(): boolean {
	return (ajaxify.data.privileges as { isAdminOrMod?: boolean } | undefined)?.isAdminOrMod === true;
}

/** Replaces the shown checklist with a record's. */
async function show(record: EvidenceRecord): Promise<void> {
	const open = record.answers.filter(({ readers }) => readers === 'everyone');
	const shown: PublicChecklist = {
		profile: record.profile, version: record.version, evidence: record.id, owed: record.owed,
		answers: open, hidden: record.answers.length - open.length,
	};
	ajaxify.data.forumTermsChecklist = JSON.stringify(shown);
	document.querySelector(`.${block}`)?.remove();
	await addChecklist();
}

const isUnanswered = ({ answers, hidden }: PublicChecklist): boolean => answers.length + hidden === 0;

async function details(shown: PublicChecklist): Promise<HTMLElement> {
	const { answers, hidden, evidence } = shown;
	const whole = async (wanted: string) => {
		const record = (await loadRecord()).records.find(({ id }) => id === evidence);
		return record?.answers.find(({ key }) => key === wanted)?.text ?? '';
	};
	const box = element('details', { class: 'forum-terms-answers text-sm border rounded-1 p-2' },
		element('summary', {}, isUnanswered(shown) ? await say('forum-terms:evidence.unanswered') :
			await say('forum-terms:checklist.answered', answers.length)), await answerList(answers, whole));
	if (isStaff() || isAuthor()) {
		const more = element('button', { class: 'btn btn-sm btn-outline-secondary', type: 'button', 'data-action': 'history' },
			await say('forum-terms:evidence.show-history'));
		more.addEventListener('click', () => {
			loadRecord().then(async (onRecord) => {
				const history = await historyOf(onRecord);
				more.replaceWith(...isStaff() ? await waivedItems(onRecord, show) : [], history);
				history.focus();
			}).catch((error: unknown) => more.after(` ${problemText(error)}`));
		});
		box.append(element('div', { class: 'd-flex flex-wrap gap-2 align-items-center mt-2' },
			...hidden > 0 ? [element('span', { class: 'text-muted' }, await say('forum-terms:evidence.hidden', hidden))] : [],
			more, ...isStaff() ? [element('a', {
				class: 'btn btn-sm btn-link', href: `${config.relative_path}/forum-terms/checklists`,
			}, await say('forum-terms:evidence.all-checklists'))] : []));
	}
	return box;
}

/** The author's checklist below the first post, and its open items (clause 3). */
export async function addChecklist(): Promise<void> {
	const shown = stored();
	const main = `[component="post"][data-pid="${CSS.escape(String(ajaxify.data.mainPid))}"]`;
	const content = document.querySelector(`${main} [component="post/content"]`);
	if (!shown || !content || document.querySelector(`.${block}`)) {
		return;
	}
	const box = element('div', { class: `${block} mt-2 mb-2` });
	setInAs(content, box);
	// Inserted at once, so that a second event does not insert another.
	content.after(box);
	if (shown.owed.length > 0 && isAuthor()) {
		box.append(await authorNotice(shown.owed.length, isUnanswered(shown), show));
	} else if (shown.owed.length > 0 && isStaff()) {
		box.append(await staffNotice(show));
	}
	if (shown.answers.length > 0 || isStaff() || isAuthor()) {
		box.append(await details(shown));
	}
}

/** An edit can change the answers, so those who can edit reload them. */
export async function refreshAfterEdit(pid: string): Promise<void> {
	if (stored() && pid === String(ajaxify.data.mainPid) && (isAuthor() || isStaff())) {
		const last = (await loadRecord()).records.filter(record => record.pid === '').at(-1);
		if (last && last.id !== stored()?.evidence) {
			await show(last);
		}
	}
}
