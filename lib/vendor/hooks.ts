import { escapeHtml } from '../kernel/formats/html';
import { hook } from '../kernel/slice/slice';
import type { VendorSettings } from './settings';
import { atOnce, now, type Soon } from '../kernel/host/soon';

interface RegisterPage { templateData?: { regFormEntry?: unknown } }

/** The page of the registration form. */
export function vendorHooks(settings: () => Soon<Readonly<VendorSettings>>) {
	return {
		/**
		 * The same hint for everybody, before anything is typed: whether an account with somebody's address exists is
		 * never said (R7.2). HOST: src/views/register.tpl translates the label and prints the HTML as it is.
		 */
		registerPage: hook<RegisterPage>('open', 'the form works without the hint', atOnce(function* ({ templateData }) {
			const { portalHint } = yield* now(settings());
			const entries = templateData?.regFormEntry;
			if (portalHint !== '' && Array.isArray(entries)) {
				entries.push({
					label: '[[forum-terms:vendor.portal]]', inputId: 'forum-terms-portal', styleName: 'forum-terms-portal',
					html: `<a id="forum-terms-portal" href="${escapeHtml(portalHint)}" rel="noopener">${
						escapeHtml(new URL(portalHint).hostname)}</a>`,
				});
			}
		})),
	};
}
