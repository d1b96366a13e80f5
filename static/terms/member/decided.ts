import * as alerts from 'alerts';
import * as helpers from 'helpers';
import { say } from 'forum-terms/kit/dom';

const messages = ['forum-terms:accept.done-accept', 'forum-terms:accept.done-decline'];

/**
 * Says once that the decision on the page before is recorded. The parameter is NodeBB's own, whose line only browsers
 * without script show. HOST: src/views/partials/noscript/message.tpl.
 */
export function init(): void {
	const address = new URL(location.href);
	const key = messages.find(message => address.searchParams.get('noScriptMessage') === `[[${message}]]`);
	if (key === undefined) {
		return;
	}
	address.searchParams.delete('noScriptMessage');
	history.replaceState(history.state, '', address);
	say(key).then((sentence) => {
		// HOST: public/src/app.js `load` does so too, often after this; a toast before would be empty.
		helpers.register();
		alerts.success(sentence);
	}).catch(() => undefined);
}
