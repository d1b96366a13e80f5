import * as v from 'valibot';
import { languageToken } from '../../kernel/refusals/message';
import { done, refused } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Download, type Route } from '../../kernel/slice/routes';
import { fromFile, toFile } from './form-file';
import type { ChecklistStore } from '../profiles/store';

// The file reader limits the length, in bytes.
const fileBody = v.strictObject({ text: v.string() });

/** Parses a file without storing it. The editor shows it and saves it like any other change (clause 3). */
export function checklistFileRoute(translate: (token: string, language: string) => Promise<string>): Route {
	return route({
		method: 'post', path: '/admin/checklists/import', access: 'administrator', body: fileBody,
		async handle({ body, language }) {
			const read = fromFile(body.text);
			if (!read.ok) {
				const { line, path, expected } = read.error;
				return refused(refuse('checklist-file-invalid', [line, path, expected], { field: 'text' }));
			}
			const notes = await Promise.all(read.notes.map(async ({ line, path, kind }) => ({
				line, path, kind,
				message: await translate(languageToken(`forum-terms:checklist-file.${kind}`, [String(line), path]), language),
			})));
			return done({ ...read.content, notes });
		},
	});
}

const contentTypes = { yaml: 'application/yaml; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** The current checklist as a file. */
export function checklistDownloads({ store }: { store: ChecklistStore }): Download[] {
	return (['yaml', 'json'] as const).map(format => ({
		path: `/admin/checklists/:profile/file.${format}`,
		access: 'administrator',
		contentType: contentTypes[format],
		fileName: `checklist.${format}`,
		async open({ params }) {
			const profile = (await store.profiles()).find(({ id }) => id === params.profile);
			return profile ? done((async function* whole() {
				yield toFile(profile, format);
			})()) : refused(refuse('checklist-file-unknown', [params.profile ?? '']));
		},
	}));
}
