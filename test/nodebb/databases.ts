import { execFileSync } from 'node:child_process';

/** A throw-away database: what NodeBB's setup wants to know, and how to empty it. */
export interface ThrowAway {
	name: 'redis' | 'postgres';
	setup: Record<string, unknown>;
	empty(): void;
}

const { env } = process;

function redis(offset: number): ThrowAway {
	const url = new URL(env.REDIS_URL ?? 'redis://127.0.0.1:6379/7');
	const database = Number(url.pathname.slice(1)) + offset;
	if (!(Number(url.pathname.slice(1)) > 0)) {
		throw new Error('REDIS_URL must name a database other than 0: it is emptied before the tests.');
	}
	return {
		name: 'redis',
		setup: {
			database: 'redis', 'redis:host': url.hostname, 'redis:port': Number(url.port || 6379), 'redis:password': '',
			'redis:database': database,
		},
		empty: () => void execFileSync('redis-cli', [
			'-h', url.hostname, '-p', url.port || '6379', '-n', String(database), 'flushdb',
		]),
	};
}

function postgres(offset: number): ThrowAway {
	const host = env.PGHOST ?? '127.0.0.1';
	const port = env.PGPORT ?? '5432';
	const username = env.PGUSER ?? 'nodebb';
	const password = env.PGPASSWORD ?? 'nodebb';
	const named = env.PGDATABASE ?? 'nodebb_forum_terms_test';
	const database = offset > 0 ? `${named}_${offset}` : named;
	if (!named.endsWith('_test')) {
		throw new Error('PGDATABASE must end in _test: it is dropped before the tests.');
	}
	const args = ['-h', host, '-p', port, '-U', username, '-d', 'postgres', '-qc'];
	const psql = (sql: string) => execFileSync('psql', [...args, sql], {
		env: { ...env, PGPASSWORD: password }, stdio: ['ignore', 'ignore', 'pipe'],
	});
	return {
		name: 'postgres',
		setup: {
			database: 'postgres', 'postgres:host': host, 'postgres:port': Number(port), 'postgres:username': username,
			'postgres:password': password, 'postgres:database': database, 'postgres:ssl': false,
		},
		empty() {
			psql(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
			psql(`CREATE DATABASE ${database}`);
		},
	};
}

/** The database that FORUM_DATABASE names, Redis by default; an offset gives a second one beside the first. */
export function throwAwayDatabase(offset = 0): ThrowAway {
	const wanted = env.FORUM_DATABASE ?? 'redis';
	if (wanted !== 'redis' && wanted !== 'postgres') {
		throw new Error(`FORUM_DATABASE=${wanted}: redis or postgres`);
	}
	return wanted === 'redis' ? redis(offset) : postgres(offset);
}
