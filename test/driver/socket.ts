import { io, type Socket } from 'socket.io-client';
import type { Visitor } from './visitor';

/** What a socket call of NodeBB answers. */
export interface SocketAnswer { error: string; result: unknown }

export type SocketCall = (visitor: Visitor, event: string, params: unknown) => Promise<SocketAnswer>;

async function connected(visitor: Visitor): Promise<Socket> {
	const csrf = await visitor.csrf();
	return io(visitor.base, {
		transports: ['websocket'], reconnection: false, query: { _csrf: csrf },
		extraHeaders: { cookie: visitor.cookie, origin: visitor.base },
	});
}

/** What this visitor's browser, with this room's page open, is told over its socket while something happens. */
export async function hear(visitor: Visitor, event: string, whenReady: () => Promise<unknown>, room = ''): Promise<unknown> {
	const socket = await connected(visitor);
	try {
		return await new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error(`${event} was not heard`)), 10_000);
			socket.once(event, (payload: unknown) => {
				clearTimeout(timer);
				resolve(payload);
			});
			socket.once('connect_error', reject);
			// HOST: src/socket.io/index.js `onConnect`: the first word once the socket is in its member's room.
			socket.once('checkSession', () => {
				const entered = room === '' ? Promise.resolve() :
					socket.timeout(5000).emitWithAck('meta.rooms.enter', { enter: room });
				entered.then(whenReady).catch(reject);
			});
		});
	} finally {
		socket.close();
	}
}

/** A call as NodeBB's own client makes it: over socket.io with the session's cookie. */
export const nodebbSocket: SocketCall = async (visitor, event, params) => {
	const socket = await connected(visitor);
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			socket.close();
			reject(new Error(`no answer to ${event}`));
		}, 10_000);
		const end = (answer: SocketAnswer) => {
			clearTimeout(timer);
			socket.close();
			resolve(answer);
		};
		socket.on('connect_error', error => end({ error: error.message, result: null }));
		socket.on('connect', () => {
			socket.emit(event, params, (error: { message?: string } | null, result: unknown) =>
				end({ error: error?.message ?? '', result }));
		});
	});
};

/** The sandbox has no sockets: it answers the same events over HTTP. */
export const sandboxSocket: SocketCall = async (visitor, event, params) => {
	const answer = await visitor.send('POST', '/sandbox/socket', { event, params });
	return { error: String((answer.json.error as string | undefined) ?? ''), result: answer.json.result };
};
