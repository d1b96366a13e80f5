import type { Response } from 'express';
import type { Context } from '../host/context';
import type { ControllerHelpers } from './controller-helpers';
import { bodyOf, param, type ForumRequest } from './forum-request';

/** NodeBB's `./src/controllers`, as far as its work is done in none of the modules under `./src/api`. */
export function forumControllers(c: Context, helpers: ControllerHelpers) {
	/** HOST: src/controllers/uploads.js, without the files: the sandbox has nowhere to put them. */
	async function upload(req: ForumRequest, res: Response): Promise<void> {
		if (!await c.privileges.global.can('upload:post:image', req.uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		await helpers.formatApiResponse(200, res, { images: [] });
	}
	const uploads = { uploadPost: upload, uploadThumb: async (req: ForumRequest, res: Response) => upload(req, res) };
	return {
		uploads,
		accounts: {
			edit: {
				async uploadPicture(req: ForumRequest, res: Response): Promise<void> {
					const uid = await c.accounts.getUidByUserslug(param(req, 'userslug'));
					if (uid !== req.uid && !await c.accounts.isAdminOrGlobalMod(req.uid)) {
						await helpers.notAllowed(req, res);
						return;
					}
					res.json([]);
				},
			},
		},
		write: {
			topics: {
				async addThumb(req: ForumRequest, res: Response): Promise<void> {
					const { mainPid } = await c.topics.getTopicData(param(req, 'tid')) ?? {};
					if (!mainPid) {
						throw new Error('[[error:no-topic]]');
					}
					if (!(await c.privileges.posts.canEdit(mainPid, req.uid)).flag) {
						throw new Error('[[error:no-privileges]]');
					}
					await uploads.uploadThumb(req, res);
				},
				async crosspost(req: ForumRequest, res: Response): Promise<void> {
					if (!await c.topics.exists(param(req, 'tid'))) {
						throw new Error('[[error:no-topic]]');
					}
					const crossposts = await c.topicTools.crosspost(param(req, 'tid'), bodyOf(req).cid, req.uid);
					await helpers.formatApiResponse(200, res, { crossposts });
				},
			},
		},
	};
}

export type ForumControllers = ReturnType<typeof forumControllers>;
