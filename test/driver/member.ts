import { termsClient, type TermsClient } from './terms-client';
import { Visitor, type Answer } from './visitor';

export interface NewTopic { cid: number; title?: string; content?: string; [extra: string]: unknown }

export interface PostOnThePage {
	pid: number; tid: number; uid: number; content: string;
	forumTermsVersion?: string; forumTermsEdited?: string;
}

/** Somebody with an account, in a browser or with a bearer token, and what they can do with their own hands. */
export class Member extends Visitor {
	readonly terms: TermsClient;

	constructor(base: string, readonly uid: number, readonly username: string, token?: string) {
		super(base, token);
		this.terms = termsClient(this);
	}

	topic(topic: NewTopic): Promise<Answer> {
		return this.send('POST', '/api/v3/topics', {
			title: 'Calls drop after an update', content: 'Calls drop after half an hour. What have I missed?', ...topic,
		});
	}

	reply(tid: number, extra: Record<string, unknown> = {}): Promise<Answer> {
		return this.send('POST', `/api/v3/topics/${tid}`, { content: 'Have a look at the session timer.', ...extra });
	}

	edit(pid: number, extra: Record<string, unknown> = {}): Promise<Answer> {
		return this.send('PUT', `/api/v3/posts/${pid}`, { content: 'An edited text that is long enough.', ...extra });
	}

	tags(tid: number, tags: readonly string[], extra: Record<string, unknown> = {}): Promise<Answer> {
		return this.send('PUT', `/api/v3/topics/${tid}/tags`, { tags, ...extra });
	}

	crosspost(tid: number, cid: number): Promise<Answer> {
		return this.send('POST', `/api/v3/topics/${tid}/crossposts`, { cid });
	}

	editQueued(id: string, content: string): Promise<Answer> {
		return this.send('PUT', `/api/v3/posts/queue/${id}`, { content });
	}

	/** The composer without script. */
	compose(fields: Record<string, string | readonly string[]>): Promise<Answer> {
		return this.form('/compose', fields);
	}

	/** A ban as the forum's own screens send it; `until` 0 or none: for good. */
	ban(uid: number, { until = 0, reason = '' } = {}): Promise<Answer> {
		return this.send('PUT', `/api/v3/users/${uid}/ban`, { until, reason });
	}

	unban(uid: number, reason = ''): Promise<Answer> {
		return this.send('DELETE', `/api/v3/users/${uid}/ban`, { reason });
	}

	mute(uid: number, { until = 0, reason = '' } = {}): Promise<Answer> {
		return this.send('PUT', `/api/v3/users/${uid}/mute`, { until, reason });
	}

	unmute(uid: number, reason = ''): Promise<Answer> {
		return this.send('DELETE', `/api/v3/users/${uid}/mute`, { reason });
	}

	/** Reports a post or a member to the moderators; answers with `flagId`. */
	report(type: 'post' | 'user', id: number): Promise<Answer> {
		return this.send('POST', '/api/v3/flags', { type, id, reason: 'Have a look at this, please.' });
	}

	/** A topic that appears by itself; who writes it needs the right to (`admin.allow`). */
	scheduledTopic(cid: number, at: number): Promise<Answer> {
		return this.topic({ cid, timestamp: at });
	}

	/** Whether the forum still knows this browser or token. */
	async isLoggedIn(): Promise<boolean> {
		return (await this.get('/api/self')).status === 200;
	}

	/** Brings a post back to an earlier state. */
	async restore(pid: number): Promise<Answer> {
		const diffs = await this.get(`/api/v3/posts/${pid}/diffs`);
		const timestamps = (diffs.response.timestamps ?? []) as (number | string)[];
		return this.send('PUT', `/api/v3/posts/${pid}/diffs/${timestamps.at(-1) ?? 0}`, {});
	}

	/** Posts of a topic as its page has them. */
	async posts(tid: number): Promise<PostOnThePage[]> {
		return ((await this.get(`/api/topic/${tid}`)).json.posts ?? []) as PostOnThePage[];
	}

	async post(pid: number): Promise<PostOnThePage> {
		return (await this.send('GET', `/api/v3/posts/${pid}`)).response as unknown as PostOnThePage;
	}
}
