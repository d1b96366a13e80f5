import type { Download, DownloadCall } from '../../kernel/slice/routes';
import { done, type Outcome } from '../../kernel/refusals/outcome';
import { jsonText, type Batches } from '../json-stream';
import { csvLines, type Cell } from './csv-writer';

/** A list that can be downloaded as CSV and JSON, at `<path>.csv` and `<path>.json`. */
interface RowsFile<T> extends Pick<Download, 'path' | 'access' | 'fileName'> {
	columns: readonly string[];
	/** The lines of one record in CSV. */
	csv(record: T): (readonly Cell[])[];
	/** The same record in JSON. */
	json(record: T): object;
	open(call: DownloadCall): Promise<Outcome<Batches<T>>>;
}

/** The byte order mark tells spreadsheets that this is UTF-8; with a `sep=` line Excel would ignore it. */
async function* csvText<T>({ columns, csv }: RowsFile<T>, batches: Batches<T>): AsyncGenerator<string> {
	yield `\uFEFF${csvLines([columns])}`;
	for await (const batch of batches) {
		yield csvLines(batch.flatMap(csv));
	}
}

async function* inJson<T>({ json }: RowsFile<T>, batches: Batches<T>): AsyncGenerator<object[]> {
	for await (const batch of batches) {
		yield batch.map(json);
	}
}

/** Both downloads, streamed: never more than one batch is in memory. */
export function rowsDownloads<T>(file: RowsFile<T>): Download[] {
	const { path, access, fileName, open } = file;
	const formats = [
		{ ending: 'csv', contentType: 'text/csv; charset=utf-8', text: (batches: Batches<T>) => csvText(file, batches) },
		{ ending: 'json', contentType: 'application/json; charset=utf-8', text: (batches: Batches<T>) => jsonText(inJson(file, batches)) },
	];
	return formats.map(({ ending, contentType, text }) => ({
		path: `${path}.${ending}`, access, contentType, fileName: `${fileName}.${ending}`,
		async open(call) {
			const opened = await open(call);
			return opened.ok ? done(text(opened.value)) : opened;
		},
	}));
}
