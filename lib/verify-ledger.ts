#!/usr/bin/env node
interface Verdict {
	intact: boolean; records: number; sealed: number; firstBroken?: { book: string; record: number; kind: string };
}

const unreachable = 3;

/**
 * `forum-terms-verify <forum url>` with an administrator's token in FORUM_TOKEN: lets the forum check all
 * acceptances and decisions. Exit code 0 if they are intact, 1 if not, 3 if the forum does not answer.
 */
async function main([forum]: readonly string[]): Promise<number> {
	const { FORUM_TOKEN: token } = process.env;
	if (!forum || !token) {
		console.error('Usage: FORUM_TOKEN=<administrator token> forum-terms-verify <https://forum.example>');
		return unreachable;
	}
	const answer = await fetch(`${forum.replace(/\/$/, '')}/api/v3/plugins/forum-terms/admin/audit/verify`, {
		method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: '{}',
	});
	const { status, response } = await answer.json() as { status?: { message?: string }; response: Verdict };
	if (!answer.ok) {
		console.error(`${answer.status} ${status?.message ?? ''}`);
		return unreachable;
	}
	const { intact, records, sealed, firstBroken } = response;
	console.log(intact ? `intact: ${records} records, ${sealed} sealed` :
		`broken: ${firstBroken?.book} ${firstBroken?.record} (${firstBroken?.kind})`);
	return intact ? 0 : 1;
}

main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
}, (error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = unreachable;
});
