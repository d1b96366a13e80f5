/** NodeBB's rights of a group in a category, as clause 5 bundles them. */
export const reading = ['find', 'read', 'topics:read'];
export const taking = ['posts:history', 'posts:upvote', 'posts:downvote'];
export const writing = ['topics:tag', 'topics:crosspost', 'posts:edit', 'posts:delete', 'topics:delete'];

/** The privileges a plan speaks of; moderation and what other plugins add are left alone. */
export const managedPrivileges: readonly string[] = [...reading, 'topics:create', 'topics:reply', ...taking, ...writing];
