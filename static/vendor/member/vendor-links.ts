import * as hooks from 'hooks';
import { isDismissed, isShown, showBanner } from 'forum-terms/kit/banner';
import { element, say } from 'forum-terms/kit/dom';

/**
 * The line of a setting in the reader's language, otherwise in a variant of it, the one without a language, the one in
 * the forum's language, or the first.
 */
function lineOf(value: string): string {
	const lines = value.split(/\r?\n/).map(line => line.trim()).filter(line => line !== '').map((line) => {
		const [, language = '', text = line] = /^([a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}):\s+(.*)$/i.exec(line) ?? [];
		return { language: language.toLowerCase(), text };
	});
	const wanted = [config.userLang, '', config.defaultLang ?? ''].map(language => language.toLowerCase());
	const base = (language: string) => language.split('-')[0];
	for (const language of wanted) {
		const found = lines.find(line => line.language === language) ??
			lines.find(line => language !== '' && base(line.language) === base(language));
		if (found) {
			return found.text;
		}
	}
	return lines[0]?.text ?? '';
}

/** A line: a sentence, which may be missing, and a link at its end. */
function partsOf(value: string): { sentence: string; href: string } | null {
	const at = value.search(/\S+$/);
	const sentence = value.slice(0, Math.max(0, at)).trim();
	return at < 0 ? null : { sentence: /[\p{L}\p{N}]/u.test(sentence) ? sentence : '', href: value.slice(at) };
}

/** The banner about the vendor's product, until its reader dismisses this one (R0.1). */
async function showVendorBanner(value: string): Promise<void> {
	const said = partsOf(value);
	if (said && !isShown('vendor') && !isDismissed(value)) {
		await showBanner({
			kind: 'vendor', id: value, href: said.href,
			sentence: said.sentence || await say('forum-terms:vendor.banner'), link: await say('forum-terms:vendor.more'),
		});
	}
}

/** The line below the content, about the vendor's free edition (R7.1). */
async function showVendorLink(value: string): Promise<void> {
	const said = partsOf(value);
	const content = document.querySelector('#content');
	if (!said || !content || content.querySelector('.forum-terms-vendor')) {
		return;
	}
	const line = element('p', { class: 'forum-terms-vendor text-muted text-sm border-top pt-2 mt-4' });
	content.append(line);
	line.append(`${said.sentence || await say('forum-terms:vendor.free')} `,
		element('a', { href: said.href, rel: 'noopener' }, await say('forum-terms:vendor.more')));
}

/** What is shown around the pages for the vendor; each is off until an administrator sets it. */
export function init(): void {
	const { vendorBanner = '', vendorLink = '' } = config.forumTerms ?? {};
	const look = () => {
		showVendorBanner(lineOf(vendorBanner)).catch(() => undefined);
		showVendorLink(lineOf(vendorLink)).catch(() => undefined);
	};
	if (vendorBanner !== '' || vendorLink !== '') {
		// Every page has its own content.
		hooks.on('action:ajaxify.end', look);
		look();
	}
}
