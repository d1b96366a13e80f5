import { hostModule } from '../core/modules';

type Home = Record<string, unknown>;

/** Modules by the first word of a function's name. */
const homes: Record<string, () => unknown> = {
	api: () => hostModule('./src/api'),
	posts: () => hostModule('./src/posts'),
	controllers: () => hostModule('./src/controllers'),
	uploads: () => hostModule('./src/controllers/uploads'),
	sockets: () => ({ user: hostModule('./src/socket.io/user'), groups: hostModule('./src/socket.io/groups') }),
};

/** The object that holds one of NodeBB's functions, and the function's name there. */
export function placeOf(called: string): { holder: Home; name: string; isController: boolean } {
	const [home = '', ...names] = called.split('.');
	const holder = names.slice(0, -1).reduce<unknown>((at, name) => (at as Home | undefined)?.[name], homes[home]?.());
	const name = names.at(-1) ?? '';
	if (typeof (holder as Home | undefined)?.[name] !== 'function') {
		throw new Error(`NodeBB has no function ${called}`);
	}
	return { holder: holder as Home, name, isController: home === 'controllers' || home === 'uploads' };
}
