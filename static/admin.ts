import * as alerts from 'alerts';
import * as settings from 'settings';
import { initAreas } from 'forum-terms/kit/areas';
import { say } from 'forum-terms/kit/dom';
import { initDraft } from 'forum-terms/terms/admin/draft';
import { initBlueprint } from 'forum-terms/categories/admin/blueprint';
import { initChecklists } from 'forum-terms/checklist/admin/checklists';
import { initChecklistEffect } from 'forum-terms/checklist/admin/effect';
import { initDocument, initNewDocument } from 'forum-terms/terms/admin/document';
import { initLicences } from 'forum-terms/customers/admin/licences';
import { initLicenceSecret } from 'forum-terms/customers/admin/licence-secret';
import { initMemberForms } from 'forum-terms/terms/admin/member-forms';
import { initRollout } from 'forum-terms/terms/admin/rollout';
import { initMembers } from 'forum-terms/terms/admin/members';
import { initPartners } from 'forum-terms/partners/admin/partners';
import { initSetup } from 'forum-terms/setup/admin/setup';
import { initProof } from 'forum-terms/records/admin/proof';

function tell(error: Error | null): void {
	if (error) {
		alerts.error(error);
		return;
	}
	say('admin/plugins/forum-terms:settings.saved').then(alerts.success, () => undefined);
}

/** Our page in the ACP. NodeBB calls this when the page is shown. */
export function init(): void {
	for (const section of document.querySelectorAll<HTMLElement>('[data-document]')) {
		initSetup(section);
		initDraft(section);
		initMembers(section);
		initProof(section);
		initDocument(section);
		initMemberForms(section);
		initRollout(section);
		initChecklists(section);
		initChecklistEffect(section);
		initBlueprint(section);
		initPartners(section);
		initLicences(section);
		initLicenceSecret(section);
		initAreas(section);
		section.dataset.ready = '';
	}
	initNewDocument(document);
	const form = document.querySelector<HTMLFormElement>('.forum-terms-settings');
	const save = form?.querySelector('[data-action="save-settings"]');
	if (form && save) {
		// HOST: public/src/modules/settings.js takes the form as a jQuery object.
		settings.load('forum-terms', $(form));
		save.addEventListener('click', () => {
			// HOST: public/src/modules/settings.js answers through its own "save changes" button; this page has none.
			settings.save('forum-terms', $(form), tell);
		});
	}
}
