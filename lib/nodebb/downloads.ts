import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response, Router } from 'express';
import type { Log, Members } from '../kernel/ports';
import { refuse } from '../kernel/refusal';
import type { Download } from '../kernel/routes';
import { answerRefusal } from './answer';
import { barredFrom } from './api-routes';
import { callerOf } from './caller';
import { hostModule } from './modules';

/** Mounts files that are written while they are read; a reader who is slow or goes away stops the work. */
export function mountDownloads(router: Router, downloads: readonly Download[], members: Members, log: Log): void {
	for (const download of downloads) {
		const controller = async (req: Request, res: Response): Promise<void> => {
			const barred = await barredFrom(download.access, callerOf(req), members);
			const lines = barred ? null : await download.open({ params: req.params as Record<string, string> });
			if (!lines) {
				await answerRefusal(res, barred ?? refuse('document-unknown', [String(req.params.document)]));
				return;
			}
			res.setHeader('content-type', download.contentType);
			res.setHeader('content-disposition', `attachment; filename="${download.fileName}"`);
			res.setHeader('cache-control', 'no-store');
			await pipeline(Readable.from(lines), res).catch((error: NodeJS.ErrnoException) => {
				if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
					log.error('routes', `get ${download.path}`, error);
				}
			});
		};
		hostModule('./src/routes/helpers').setupApiRoute(
			router, 'get', `/forum-terms${download.path}`, [], controller as RequestHandler);
	}
}
