import { done, refused, type Outcome } from '../refusals/outcome';
import { refuse } from '../refusals/refusal';
import type { Host } from '../host/ports';
import { after, type Soon } from '../host/soon';

interface Common {
	/** Whether browsers receive the value (`config.forumTerms`). */
	client?: boolean;
}
/** One setting: kind, default, bounds. Its language keys are `settings.<key>` and `settings.<key>-help`. */
export type SettingSpec = Common & (
	| { kind: 'boolean'; default: boolean }
	| { kind: 'choice'; default: string; options: readonly string[] }
	| { kind: 'integer'; default: number; min: number; max: number }
	/**
	 * `pattern` matches the whole text; `expected` is an example, the same in every language. `picks`: names separated
	 * by commas, for which the ACP shows a picker.
	 */
	| { kind: 'text'; default: string; maxLength: number; pattern?: Pick<RegExp, 'test'>; expected?: string; picks?: 'groups' });

export type SettingSpecs = Record<string, SettingSpec>;

type ValueOf<S extends SettingSpec> =
	S extends { kind: 'boolean' } ? boolean :
		S extends { kind: 'integer' } ? number :
			S extends { kind: 'choice'; options: readonly (infer O)[] } ? O : string;

/** The settings as values; every key is present. */
export type SettingValues<S extends SettingSpecs> = { -readonly [K in keyof S]: ValueOf<S[K]> };

/** The value of a stored or submitted string, or undefined if it is not valid for this setting. */
function parse(spec: SettingSpec, raw: unknown): boolean | number | string | undefined {
	switch (spec.kind) {
		case 'boolean':
			return raw === 'on' || raw === true ? true : raw === 'off' || raw === false ? false : undefined;
		case 'choice':
			return typeof raw === 'string' && spec.options.includes(raw) ? raw : undefined;
		case 'integer': {
			const number = typeof raw === 'number' ? raw : /^-?\d{1,9}$/.test(String(raw)) ? Number(raw) : NaN;
			return number >= spec.min && number <= spec.max ? number : undefined;
		}
		case 'text':
			return typeof raw === 'string' && raw.length <= spec.maxLength && (spec.pattern?.test(raw) ?? true) ? raw : undefined;
	}
}

/** Reads stored settings; missing or invalid values become the default, so that a bad row never stops posting. */
export function readSettings<S extends SettingSpecs>(specs: S, stored: Record<string, unknown>): SettingValues<S> {
	const entries = Object.entries(specs).map(([key, spec]) => [key, parse(spec, stored[key]) ?? spec.default]);
	return Object.fromEntries(entries) as SettingValues<S>;
}

/** Reads the current settings; parses again only when the host hands out another object, as it does after a change. */
export function settingsReader<S extends SettingSpecs>(
	specs: S, { read }: Pick<Host['settings'], 'read'>,
): () => Soon<Readonly<SettingValues<S>>> {
	let known: { stored: object; values: Readonly<SettingValues<S>> } | null = null;
	function valuesOf(stored: Record<string, unknown>): Readonly<SettingValues<S>> {
		known = known?.stored === stored ? known : { stored, values: readSettings(specs, stored) };
		return known.values;
	}
	return () => after(read(), valuesOf);
}

/** What is allowed, the same in every language. */
export function expectation(spec: SettingSpec): string {
	switch (spec.kind) {
		case 'boolean': return 'on / off';
		case 'choice': return spec.options.join(' / ');
		case 'integer': return `${spec.min} – ${spec.max}`;
		case 'text': return spec.expected ?? `≤ ${spec.maxLength}`;
	}
}

/** Checks what an admin wants to store; the first invalid value is refused by name. */
export function checkSettings(specs: SettingSpecs, submitted: Record<string, unknown>): Outcome<null> {
	for (const [key, spec] of Object.entries(specs)) {
		if (submitted[key] !== undefined && parse(spec, submitted[key]) === undefined) {
			return refused(refuse('setting-invalid', [{ key: `admin/plugins/forum-terms:settings.${key}` }, expectation(spec)], { field: key }));
		}
	}
	return done(null);
}
