import type { Accounts } from './accounts';
import type { Approvals } from './approvals';
import type { Categories } from './categories';
import type { SandboxDatabase } from './database';
import type { Flags } from './flags';
import type { ForumApi } from './forum-api';
import type { Groups } from './groups';
import type { SandboxHooks } from './hooks';
import type { Navigation } from './navigation';
import type { Notifications } from './messages';
import type { Posts } from './posts';
import type { PostQueue } from './post-queue';
import type { Privileges } from './privileges';
import type { Topics } from './topics';
import type { TopicTools } from './topic-tools';
import type { Translator } from './translator';

/** A mail that nobody sent: the sandbox only shows it. */
export interface Mail { template: string; to: string; subject: string; at: number; url?: string }

/** Everything of one sandbox forum; its parts reach each other through it, so several can live in one process. */
export interface Context {
	db: SandboxDatabase;
	hooks: SandboxHooks;
	/** NodeBB's `meta.config`. */
	config: Record<string, string | number>;
	/** NodeBB's `nconf`. */
	settings: Map<string, unknown>;
	outbox: Mail[];
	log: string[];
	/** Work that NodeBB would do on a timetable; the ACP's button does it now. */
	jobs: Map<string, () => Promise<void>>;
	/** Where browsers' sessions are kept; the web layer says how one ends. */
	sessions: { destroy(id: string): Promise<void> };
	accounts: Accounts;
	approvals: Approvals;
	groups: Groups;
	privileges: Privileges;
	categories: Categories;
	topics: Topics;
	topicTools: TopicTools;
	posts: Posts;
	queue: PostQueue;
	flags: Flags;
	navigation: Navigation;
	notifications: Notifications;
	translator: Translator;
	/** NodeBB's `./src/api`. */
	api: ForumApi;
}
