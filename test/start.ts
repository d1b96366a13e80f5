import { randomBytes } from 'node:crypto';
import { runInNodebb } from './nodebb/start';
import { seed } from './sandbox/seed';
import { startSandbox } from './sandbox/server/sandbox';

/** `npm start`: the sandbox forum, or with NODEBB_DIR the plugin in a NodeBB that is set up already. */
async function main(): Promise<void> {
	const { NODEBB_DIR: nodebbDir, PORT = '4567', SANDBOX_PASSWORD: common } = process.env;
	if (nodebbDir) {
		runInNodebb(nodebbDir);
		return;
	}
	const port = Number(PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`PORT=${PORT} is not a port number`);
	}
	if (common !== undefined && common.length < 6) {
		throw new Error('SANDBOX_PASSWORD needs six characters or more');
	}
	const passwordOf = (): string => common ?? randomBytes(6).toString('base64url');
	const passwords = new Map<string, string>();
	const password = (username: string): string => {
		const known = passwords.get(username) ?? passwordOf();
		passwords.set(username, known);
		return known;
	};
	const sandbox = await startSandbox({ port, adminPassword: password('admin'), hasGuide: true });
	const { people, customerToken } = await seed(sandbox, password, { isWhole: true });

	const width = Math.max(...people.map(({ username }) => username.length));
	console.log([
		'', ...people.map(person => `  ${person.username.padEnd(width)}  ${person.password.padEnd(10)}  ${person.role}`),
		`  Bearer token of customer: ${customerToken}`, '',
		'  A stand-in, not NodeBB; everything is gone when it stops (Ctrl+C). Log in and walk through it with one click here:', '',
		`  ${sandbox.url}`, '',
	].join('\n'));
	process.once('SIGINT', () => void sandbox.stop().then(() => process.exit(0)));
	process.once('SIGTERM', () => void sandbox.stop().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
	const { code, message } = error as NodeJS.ErrnoException;
	console.error(code === 'EADDRINUSE' ? 'The port is taken: set PORT to another one.' : message);
	process.exitCode = 1;
});
