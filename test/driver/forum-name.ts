/** Which of the two forums this run talks to. */
export const forumName = process.env.FORUM === 'nodebb' ? 'nodebb' : 'sandbox';
