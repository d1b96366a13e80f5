/** Where people write in the sandbox, and what is there already. */
export const categories: { name: string; description: string; queue?: boolean }[] = [
	{ name: 'Announcements', description: 'News from the vendor' },
	{ name: '3CX Phone System - Windows and Linux', description: 'Installation, updates, administration' },
	{ name: 'SIP trunks and gateways', description: 'Providers, numbers, routing' },
	{ name: 'IP phones', description: 'Provisioning and firmware' },
	{ name: 'Apps', description: 'Android, iOS, web client' },
	{ name: 'First posts', description: 'Every post waits for a moderator here', queue: true },
];

interface SeedTopic {
	category: string; by: string; title: string; content: string; replies: { by: string; content: string }[];
}

export const topics: SeedTopic[] = [
	{
		category: 'Announcements', by: 'admin', title: 'Welcome to the sandbox',
		content: 'Everything here is made up. Log in as somebody and see what the terms ask of you.', replies: [],
	},
	{
		category: 'SIP trunks and gateways', by: 'customer', title: 'Calls drop after half an hour on our trunk',
		content: 'Outgoing calls end after **30 minutes** sharp. Capture attached, provider says all is well on their side.',
		replies: [
			{ by: 'staff1', content: 'That looks like a session timer. Does the provider answer the re-INVITE?' },
			{ by: 'customer', content: 'It does not. Thank you, I will take it up with them.' },
		],
	},
	{
		category: 'Apps', by: 'staff2', title: 'Our scanner warns about the desktop app',
		content: 'Since this morning our endpoint protection reports the desktop app. Is anybody else seeing this?',
		replies: [{ by: 'moderator', content: 'Seen and passed on. Please do not switch the warning off.' }],
	},
	{
		category: 'IP phones', by: 'owner', title: 'Provisioning over the public network',
		content: 'Which ports have to be open so that phones outside the office find the system?', replies: [],
	},
];
