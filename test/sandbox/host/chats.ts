import type { Context } from './context';
import type { Row } from './database';
import { isNumber, textOf } from './text';

interface Caller { uid: number }

/** Chat rooms and what is said in them. HOST: src/api/chats.js, src/messaging. */
export function chats(c: Context) {
	const invalid = () => new Error('[[error:invalid-data]]');

	async function inRoom({ uid }: Caller, roomId: unknown): Promise<string> {
		if (!isNumber(roomId)) {
			throw invalid();
		}
		if (!await c.db.isSetMember(`chat:room:${String(roomId)}:uids`, uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		return String(roomId);
	}
	async function others(uids: unknown): Promise<number[]> {
		const asked = Array.isArray(uids) ? uids.map(Number) : [];
		const known = await Promise.all(asked.map(uid => c.accounts.exists(uid)));
		if (asked.length === 0 || known.includes(false)) {
			throw invalid();
		}
		return asked;
	}
	const checked = (message: unknown): string => {
		if (textOf(message).trim() === '') {
			throw new Error('[[error:invalid-chat-message]]');
		}
		return textOf(message);
	};

	const self = {
		async create(caller: Caller, data: Row): Promise<Row> {
			const uids = await others(data.uids);
			const roomId = await c.db.incrObjectField('global', 'nextChatRoomId');
			await c.db.setObject(`chat:room:${roomId}`, { roomId, owner: caller.uid, roomName: textOf(data.roomName) });
			await Promise.all([caller.uid, ...uids].map(uid => c.db.setAdd(`chat:room:${roomId}:uids`, uid)));
			return { roomId };
		},
		async get(caller: Caller, { roomId }: Row): Promise<Row> {
			const id = await inRoom(caller, roomId);
			const mids = await c.db.getSortedSetRange(`chat:room:${id}:mids`, 0, -1);
			const [room, messages] = await Promise.all([
				c.db.getObject(`chat:room:${id}`), c.db.getObjects(mids.map(mid => `message:${mid}`)),
			]);
			return { ...room, users: await c.db.getSetMembers(`chat:room:${id}:uids`), messages };
		},
		async post(caller: Caller, data: Row): Promise<Row> {
			if (!isNumber(data.roomId)) {
				throw invalid();
			}
			const asked = await c.hooks.fire('filter:messaging.send', { data, uid: caller.uid });
			const roomId = await inRoom(caller, asked.data.roomId);
			const content = checked(asked.data.message);
			const mid = await c.db.incrObjectField('global', 'nextMid');
			await c.db.setObject(`message:${mid}`, { mid, content, fromuid: caller.uid, roomId, timestamp: Date.now() });
			await c.db.sortedSetAdd(`chat:room:${roomId}:mids`, Date.now(), mid);
			return { mid, content, fromuid: caller.uid, roomId };
		},
		/** HOST: src/messaging/edit.js: the author alone; `filter:messaging.edit` is not told whom it is about. */
		async editMessage(caller: Caller, { mid, roomId, message }: Row): Promise<void> {
			if (!isNumber(roomId)) {
				throw invalid();
			}
			const stored = await c.db.getObject(`message:${String(mid)}`);
			if (Number(stored?.fromuid) !== caller.uid) {
				throw new Error('[[error:cant-edit-chat-message]]');
			}
			const payload = await c.hooks.fire('filter:messaging.edit', { content: checked(message), edited: Date.now() });
			await c.db.setObject(`message:${String(mid)}`, payload);
		},
		async update(caller: Caller, data: Row): Promise<Row> {
			if (!isNumber(data.roomId)) {
				throw invalid();
			}
			const id = String(data.roomId);
			if (Object.hasOwn(data, 'name')) {
				const { owner } = await c.db.getObject(`chat:room:${id}`) ?? {};
				if (Number(owner) !== caller.uid) {
					throw new Error('[[error:no-privileges]]');
				}
				await c.db.setObjectField(`chat:room:${id}`, 'roomName', textOf(data.name));
			}
			return self.get(caller, data);
		},
		async invite(caller: Caller, data: Row): Promise<Row> {
			const id = await inRoom(caller, data.roomId);
			await Promise.all((await others(data.uids)).map(uid => c.db.setAdd(`chat:room:${id}:uids`, uid)));
			return self.get(caller, data);
		},
	};
	return self;
}
