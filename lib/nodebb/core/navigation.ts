import type { Navigation, NavigationEntry } from '../../kernel/host/navigation';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from './modules';

/** HOST: src/navigation/admin.js: an entry in the form that the ACP page sends. */
function hostEntry({ route, title, iconClass, groups }: NavigationEntry, enabled: boolean): Record<string, unknown> {
	const text = `[[${title}]]`;
	return { route, title: text, text, iconClass, textClass: 'd-lg-none', groups: [...groups], enabled };
}

export function nodebbNavigation(): Navigation {
	const admin = () => hostModule('./src/navigation/admin');
	return {
		routes: async () => (await admin().get()).map(({ route }) => textOf(route)),
		offered: entry => hostEntry(entry, false),
		// HOST: src/navigation/admin.js `save` replaces the whole list.
		add: async entries => admin().save([...await admin().get(), ...entries.map(entry => hostEntry(entry, true))]),
	};
}
