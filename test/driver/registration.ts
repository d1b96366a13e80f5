import type { Answer, Visitor } from './visitor';

/** A person on the way through the registration form. */
export interface Registration {
	username: string;
	password: string;
	visitor: Visitor;
	/** First form: name and password. */
	begin(extra?: Record<string, string>): Promise<Answer>;
	/** Second form: everything the forum still wants to know. */
	step(): Promise<Answer>;
	/** Sends the second form; `agree` ticks the terms. */
	complete(options: { agree: boolean; fields?: Record<string, string> }): Promise<Answer>;
	/** "I do not agree": leaves the form. */
	abort(): Promise<Answer>;
}

function hiddenField(html: string, name: string): string {
	const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
	return /value="([^"]*)"/.exec(tag)?.[1] ?? '';
}

export function registrationOf(visitor: Visitor, username: string, password: string): Registration {
	let page = '';
	return {
		username,
		password,
		visitor,
		begin: (extra = {}) => visitor.send('POST', '/register', {
			username, password, 'password-confirm': password, ...extra,
		}),
		async step() {
			const answer = await visitor.get('/register/complete');
			page = answer.text;
			return answer;
		},
		async complete({ agree, fields = {} }) {
			const answer = await visitor.form('/register/complete', {
				email: '', gdpr_agree_data: 'on', gdpr_agree_email: 'on',
				forumTermsVersions: hiddenField(page, 'forumTermsVersions'),
				forumTermsLanguage: hiddenField(page, 'forumTermsLanguage'),
				...(agree ? { forumTermsAgree: '1' } : {}), ...fields,
			});
			visitor.forgetCsrf();
			return answer;
		},
		abort: () => visitor.form('/register/abort', {}),
	};
}
