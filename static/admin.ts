import { initAreas } from 'forum-terms/kit/areas';
import { initChosenLists } from 'forum-terms/forms/chosen-list';
import { failed } from 'forum-terms/kit/dom';
import { showMoments } from 'forum-terms/kit/local-time';
import { initDraft } from 'forum-terms/terms/admin/draft';
import { initBlueprint } from 'forum-terms/categories/admin/blueprint';
import { initRules } from 'forum-terms/categories/admin/rules';
import { initChecklists } from 'forum-terms/checklist/admin/checklists';
import { initChecklistEffect } from 'forum-terms/checklist/admin/effect';
import { initDocument, initNewDocument } from 'forum-terms/terms/admin/document';
import { initLicences } from 'forum-terms/customers/admin/licences';
import { initLicenceSecret } from 'forum-terms/customers/admin/licence-secret';
import { initMemberForms } from 'forum-terms/terms/admin/member-forms';
import { initRollout } from 'forum-terms/terms/admin/rollout';
import { initMembers } from 'forum-terms/terms/admin/members';
import { initPartners } from 'forum-terms/partners/admin/partners';
import { initSettings } from 'forum-terms/setup/admin/settings';
import { initSetup } from 'forum-terms/setup/admin/setup';
import { initProof } from 'forum-terms/records/admin/proof';
import { initWebhook } from 'forum-terms/records/admin/webhook';

/** Our ACP page; NodeBB calls this when the page is shown. */
export function init(): void {
	for (const section of document.querySelectorAll<HTMLElement>('[data-document]')) {
		initSetup(section);
		initDraft(section);
		initMembers(section);
		initProof(section);
		initWebhook(section);
		initDocument(section);
		initMemberForms(section);
		initRollout(section);
		initChecklists(section);
		initChecklistEffect(section);
		initBlueprint(section);
		initRules(section);
		initPartners(section);
		initLicences(section);
		initLicenceSecret(section);
		initAreas(section);
		showMoments(section);
		section.dataset.ready = '';
		// The page that publishing leads to: without it, the keyboard would begin at the top again.
		section.querySelector<HTMLElement>('[data-role="published"]')?.focus();
	}
	initNewDocument(document);
	initSettings(document);
	initChosenLists(document.body).catch(failed);
}
