import type { Act } from '../kernel/slice/review';
import type { Guard } from '../kernel/slice/routes';
import { textOf } from '../kernel/formats/text';

type Given = Record<string, unknown>;

/** A NodeBB write without a hook that could refuse it with a reason. */
export interface HostWrite extends Pick<Guard, 'method' | 'path' | 'write'> {
	act: Act;
	/** The same write over a socket. */
	socket?: string;
	/** Maps fields that have other names there; null if nothing is written. */
	said?: (data: Given) => Given | null;
}

const groupTexts = ['name', 'description', 'userTitle'] as const;
const textsIn = (data: Given, names: readonly string[]) =>
	names.map(name => textOf(data[name])).filter(text => text !== '').join('\n');
const aboutGroup = (data: Given) => ({ title: data.name, content: textsIn(data, groupTexts.slice(1)) });

/**
 * Every such write, by the NodeBB function that performs it; docs/doors.md has the same list, and a test compares the
 * two. HOST: src/posts/queue.js, src/topics/crossposts.js, src/api/topics.js, src/api/chats.js, src/api/groups.js,
 * src/api/flags.js, src/controllers/uploads.js, src/socket.io/user/picture.js, src/socket.io/groups.js.
 */
export const hostWrites: readonly HostWrite[] = [
	{
		method: 'put', path: '/api/v3/posts/queue/:id', write: 'api.posts.editQueuedPost',
		socket: 'posts.editQueuedContent', act: 'queue-edit',
	},
	{
		method: 'post', path: '/api/v3/topics/:tid/crossposts', write: 'controllers.write.topics.crosspost', act: 'crosspost',
	},
	{ method: 'put', path: '/api/v3/topics/:tid/tags', write: 'api.topics.updateTags', act: 'tags' },
	{ method: 'patch', path: '/api/v3/topics/:tid/tags', write: 'api.topics.addTags', act: 'tags' },
	{
		// It removes all of them, whatever the body says.
		method: 'delete', path: '/api/v3/topics/:tid/tags', write: 'api.topics.deleteTags', act: 'tags',
		said: () => ({ tags: [] }),
	},
	{
		// A picture of a topic that is there is seen at once.
		method: 'post', path: '/api/v3/topics/:tid/thumbs', write: 'controllers.write.topics.addThumb', act: 'thumb',
	},
	{ method: 'put', path: '/api/v3/topics/:tid/move', write: 'api.topics.move', socket: 'topics.move', act: 'move' },
	{
		method: 'post', path: '/api/v3/chats', write: 'api.chats.create', act: 'chat',
		said: data => ({ content: data.roomName }),
	},
	{
		method: 'put', path: '/api/v3/chats/:roomId', write: 'api.chats.update', act: 'chat',
		said: data => (Object.hasOwn(data, 'name') ? { content: data.name } : null),
	},
	{ method: 'post', path: '/api/v3/chats/:roomId/users', write: 'api.chats.invite', act: 'chat' },
	{
		method: 'put', path: '/api/v3/chats/:roomId/messages/:mid', write: 'api.chats.editMessage', act: 'chat',
		said: data => ({ content: data.message }),
	},
	{ method: 'post', path: '/api/v3/groups', write: 'api.groups.create', act: 'group', said: aboutGroup },
	{
		method: 'put', path: '/api/v3/groups/:slug', write: 'api.groups.update', act: 'group',
		said: data => (groupTexts.some(name => Object.hasOwn(data, name)) ? aboutGroup(data) : null),
	},
	{
		method: 'post', path: '/api/v3/flags', write: 'api.flags.create', act: 'report',
		said: data => ({ content: data.reason }),
	},
	{ method: 'post', path: '/api/post/upload', write: 'uploads.uploadPost', act: 'upload' },
	{ method: 'post', path: '/api/topic/thumb/upload', write: 'uploads.uploadThumb', act: 'upload' },
	{
		method: 'post', path: '/api/user/:userslug/uploadpicture', write: 'controllers.accounts.edit.uploadPicture',
		act: 'picture',
	},
	{ write: 'sockets.user.uploadCroppedPicture', socket: 'user.uploadCroppedPicture', act: 'picture' },
	{ write: 'sockets.user.updateCover', socket: 'user.updateCover', act: 'picture' },
	{ write: 'sockets.groups.cover.update', socket: 'groups.cover.update', act: 'picture' },
];
