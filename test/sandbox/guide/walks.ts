/** Whom a visitor of the sandbox can be with one click. */
export const people = [
	{ username: 'newcomer', what: 'has not accepted the terms' },
	{ username: 'customer', what: 'has a verified 3CX licence' },
	{ username: 'moderator', what: 'moderates the whole forum' },
	{ username: 'owner', what: 'owns the partner Acme Telecom' },
	{ username: 'admin', what: 'publishes terms, sets things up' },
] as const;

export type WalkId = 'accept' | 'checklist' | 'terms' | 'strike' | 'restrict';

/** One click of the guide: whom it makes you, what its page shows, and what to press there before going on. */
export interface Step { as: string; button: string; sees: string; press?: string }
export interface Walk { id: WalkId; title: string; lead: string; steps: readonly Step[] }

export const walks: readonly Walk[] = [
	{
		id: 'accept', title: 'Be asked and accept', lead: 'A new member reads the terms once. The forum can prove it.',
		steps: [
			{
				as: 'a newcomer', button: 'Join as a newcomer',
				sees: 'The terms come before the first topic, and nothing is ticked.',
				press: 'Tick the box and accept. Declining is possible, too.',
			},
			{
				as: 'the same newcomer', button: 'Look at the receipt',
				sees: 'Your own records: which version, when, and a signed receipt.',
			},
			{
				as: 'an administrator', button: 'See the proof as an administrator',
				sees: 'The same acceptance in the sealed ledger.',
			},
		],
	},
	{
		id: 'checklist', title: 'Post with a checklist', lead: 'A topic brings what helpers need to know.',
		steps: [
			{
				as: 'a customer', button: 'Write about a SIP trunk',
				sees: 'The composer with the checklist of its category, filled in except for one answer.',
				press: 'Tick the open answer and submit.',
			},
			{
				as: 'a moderator', button: 'Read it as a moderator',
				sees: 'The answers stand below the topic: what was checked, and how well it is supported.',
			},
		],
	},
	{
		id: 'terms', title: 'Change the terms', lead: 'A new version asks every member again, in one place.',
		steps: [
			{
				as: 'an administrator', button: 'Open the draft',
				sees: 'A draft with one new sentence, and beside it the text as members will read it.',
				press: 'Press Publish, read whom it will ask, and publish.',
			},
			{
				as: 'a customer', button: 'Be asked again as a member',
				sees: 'What changed since you accepted comes first, with a comparison, and the full text follows.',
			},
		],
	},
	{
		id: 'strike', title: 'A partner’s strike', lead: 'Staff of a partner advertise. Its owner answers for it.',
		steps: [
			{
				as: 'a moderator', button: 'Give a strike',
				sees: 'A partner’s advertisement, and the dialog that says what a strike would do.',
				press: 'Give the strike.',
			},
			{
				as: 'the owner', button: 'Answer as the owner',
				sees: 'The strike on the page of the partner account. It does not count yet.',
				press: 'Send the answer below it.',
			},
			{
				as: 'an administrator', button: 'Decide as an administrator',
				sees: 'The owner’s answer. Somebody other than the giver decides whether the strike counts.',
			},
		],
	},
	{
		id: 'restrict', title: 'Restrict and appeal', lead: 'A decision with a clause, a statement, and a second pair of eyes.',
		steps: [
			{
				as: 'a moderator', button: 'Plan a restriction',
				sees: 'Every effect of a restriction before it is made.',
				press: 'Restrict, and confirm.',
			},
			{
				as: 'the member', button: 'Read it as the member',
				sees: 'The statement: which clause, why, until when. It takes one appeal.',
				press: 'Send the appeal.',
			},
			{
				as: 'an administrator', button: 'Answer the appeal',
				sees: 'The case with the appeal, which somebody other than the decider answers.',
			},
		],
	},
];

export const isWalk = (id: string): id is WalkId => walks.some(walk => walk.id === id);
