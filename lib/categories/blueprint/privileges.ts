/** NodeBB's category privileges, bundled for clause 5. */
export const reading = ['find', 'read', 'topics:read'];
export const taking = ['posts:history', 'posts:upvote', 'posts:downvote'];
export const writing = ['topics:tag', 'topics:crosspost', 'posts:edit', 'posts:delete', 'topics:delete'];

/** The privileges that plans manage; moderation and privileges of other plugins are not touched. */
export const managedPrivileges: readonly string[] = [...reading, 'topics:create', 'topics:reply', ...taking, ...writing];
