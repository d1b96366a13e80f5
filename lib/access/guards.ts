import { examiner } from '../kernel/edges';
import type { Host } from '../kernel/ports';
import type { Refusal } from '../kernel/refusal';
import type { Guard, GuardCall } from '../kernel/routes';
import type { Course } from './course';
import { accessRefusal, endedBy, isRightEnded } from './rules';
import { isInForce } from './restriction';
import type { AccessSettings } from './settings';

interface Parts {
	course: Pick<Course, 'openOf'>;
	settings(): Promise<Pick<AccessSettings, 'securityContact'>>;
	host: Pick<Host, 'clock' | 'log' | 'access'>;
}

type Route = Pick<Guard, 'method' | 'path' | 'write'>;
/** HOST: src/routes/api.js, src/routes/write/topics.js: files of posts and topics, and the picture of a member. */
const uploads: readonly Route[] = [
	{ method: 'post', path: '/api/post/upload', write: 'uploads.uploadPost' },
	{ method: 'post', path: '/api/topic/thumb/upload', write: 'uploads.uploadThumb' },
	{
		method: 'post', path: '/api/user/:userslug/uploadpicture', write: 'controllers.accounts.edit.uploadPicture',
	},
];
/** HOST: src/api/chats.js: a new room and a changed message pass no hook that could say why not. */
const chats: readonly Route[] = [
	{ method: 'post', path: '/api/v3/chats', write: 'api.chats.create' },
	{ method: 'put', path: '/api/v3/chats/:roomId/messages/:mid', write: 'api.chats.editMessage' },
];

/** What a restriction ends on routes of the forum that offer no hook to say it in words (clause 6). */
export function accessGuards({ course, settings, host }: Parts): Guard[] {
	const { clock, log, access } = host;
	async function refusalOf({ actor }: GuardCall, isUpload: boolean): Promise<Refusal | null> {
		const open = actor.kind === 'member' ? await course.openOf(actor.uid) : [];
		if (open.length === 0) {
			return null;
		}
		const now = clock.now();
		const [isLeft = false] = await access.leftToBanned([{ privilege: isUpload ? 'upload:post:file' : 'chat', cid: 0 }]);
		const found = isUpload ? open.find(one => isInForce(one, now) && isRightEnded('upload:post:file', [one], [], now, isLeft)) :
			endedBy('chat', open, [], now, isLeft);
		return found ? accessRefusal(found, (await settings()).securityContact) : null;
	}
	const guard = (isUpload: boolean) => ({ method, path, write }: Route): Guard => ({
		method, path, write,
		examine: examiner<GuardCall>({
			slice: 'access', event: isUpload ? 'access-upload' : 'access-chat', onFailure: 'open', log,
		}, call => refusalOf(call, isUpload)),
	});
	return [...uploads.map(guard(true)), ...chats.map(guard(false))];
}
