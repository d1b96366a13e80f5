import type { SettingsStore } from '../host/settings-store';
import type { Page } from './routes';
import { readSettings, type SettingSpec, type SettingSpecs } from './settings';
import type { AdminTab, Slice } from './slice';

function settingView(key: string, spec: SettingSpec, value: unknown) {
	return {
		key, kind: spec.kind, value, default: spec.default, client: spec.client ?? false,
		...(spec.kind === 'choice' ? {
			options: spec.options.map(option => ({
				value: option, selected: option === value, label: `admin/plugins/forum-terms:settings.${key}-${option}`,
			})),
		} : {}),
		...(spec.kind === 'integer' ? { min: spec.min, max: spec.max } : {}),
		...(spec.kind === 'text' ? { maxLength: spec.maxLength, isLong: spec.maxLength > 1000, picks: spec.picks ?? '' } : {}),
	};
}

function groupView(name: string, specs: SettingSpecs, saved: Record<string, unknown>) {
	const values = readSettings(specs, saved);
	return { name, settings: Object.entries(specs).map(([key, spec]) => settingView(key, spec, values[key])) };
}

/** The ACP page: the tabs of all slices, and the settings. */
export function adminPage(slices: readonly Slice[], stored: SettingsStore): Page {
	const tabs: AdminTab[] = [...slices.flatMap(({ adminTabs = [] }) => adminTabs), { id: 'settings', title: 'admin/plugins/forum-terms:tab.settings' }];
	return {
		path: '/admin/plugins/forum-terms', access: 'administrator', kind: 'admin',
		title: '[[admin/plugins/forum-terms:page.title]]',
		async render(call) {
			const [saved, ...parts] = await Promise.all([
				stored.read(), ...tabs.map(async tab => await tab.data?.(call) ?? {}),
			]);
			const open = tabs.find(({ opensWith }) => opensWith && call.query[opensWith] !== undefined)?.id ?? tabs[0]?.id ?? '';
			return {
				template: 'admin/plugins/forum-terms',
				data: {
					// The draft has its own buttons; NodeBB's "save changes" in the header would not save it.
					hideSave: true,
					tabs: tabs.map(({ id, title }) => ({ id, title, isOpen: id === open })), open: { [open]: true },
					settingGroups: slices.flatMap(({ name, settings }) =>
						(settings ? [groupView(name, settings, saved)] : [])),
					...Object.assign({}, ...parts) as Record<string, unknown>,
				},
			};
		},
	};
}
