import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response, Router } from 'express';
import { refused } from '../../kernel/refusals/outcome';
import type { Log, Members } from '../../kernel/host/ports';
import type { Download } from '../../kernel/slice/routes';
import { answerRefusal } from './answer';
import { barredFrom } from './api-routes';
import { callerOf, languageOf, queryOf } from './caller';
import { hostModule } from '../core/modules';

/** Mounts files that are streamed while they are generated; a disconnected reader stops the work. */
export function mountDownloads(router: Router, downloads: readonly Download[], members: Members, log: Log): void {
	for (const download of downloads) {
		const controller = async (req: Request, res: Response): Promise<void> => {
			const actor = callerOf(req);
			const barred = await barredFrom(download.access, actor, members);
			const opened = barred ? refused<AsyncIterable<string>>(barred) : await download.open({
				actor, params: req.params as Record<string, string>, query: queryOf(req),
				language: await languageOf(req),
			});
			if (!opened.ok) {
				await answerRefusal(res, opened.refusal);
				return;
			}
			res.setHeader('content-type', download.contentType);
			res.setHeader('content-disposition', `attachment; filename="${download.fileName}"`);
			res.setHeader('cache-control', 'no-store');
			await pipeline(Readable.from(opened.value), res).catch((error: NodeJS.ErrnoException) => {
				if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
					log.error('routes', `get ${download.path}`, error);
				}
			});
		};
		hostModule('./src/routes/helpers').setupApiRoute(
			router, 'get', `/forum-terms${download.path}`, [], controller as RequestHandler);
	}
}
