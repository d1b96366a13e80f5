interface Reply { by: string; hoursAgo: number; content: string }
interface Topic {
	category: string; by: string; title: string; hoursAgo: number; content: string; replies: readonly Reply[];
}

/** Members beside those that one can log in as. */
export const members = ['mira', 'tomasz', 'helen', 'jonas', 'priya'];

/** What stands in the forum already; everything is made up. */
export const topics: readonly Topic[] = [
	{
		category: 'News & Announcements', by: 'admin', title: 'Welcome: read this before your first topic', hoursAgo: 900,
		content: 'This forum is for everybody who runs, sells or uses the phone system. Choose the category that matches your ' +
			'question, answer its short checklist, and people will help you much sooner.', replies: [],
	},
	{
		category: 'Releases & Updates', by: 'admin', title: 'V20 Update 9 is out', hoursAgo: 310,
		content: 'Update 9 brings **call reports by queue** and fixes for the web client. Back up first, then update from the console.',
		replies: [
			{ by: 'mira', hoursAgo: 300, content: 'Updated two systems in our office, no trouble. The new report is what we waited for.' },
			{ by: 'tomasz', hoursAgo: 120, content: 'Is the report also there for ring groups?' },
			{ by: 'moderator', hoursAgo: 118, content: 'Queues only for now. Ring groups are on the list of ideas: add your vote there.' },
		],
	},
	{
		category: 'SIP Trunks', by: 'customer', title: 'Calls drop after half an hour on our trunk', hoursAgo: 52,
		content: 'Outgoing calls end after **30 minutes** sharp. The provider says all is well on their side.',
		replies: [
			{ by: 'staff1', hoursAgo: 50, content: 'That looks like a session timer. Does the provider answer the re-INVITE?' },
			{ by: 'customer', hoursAgo: 47, content: 'It does not. Thank you, I will take it up with them.' },
			{ by: 'priya', hoursAgo: 6, content: 'Same here with another provider. They changed the timer on their side, and it was gone.' },
		],
	},
	{
		category: 'SIP Trunks', by: 'helen', title: 'Caller ID shows the main number on every extension', hoursAgo: 30,
		content: 'We set an outbound caller ID per extension, but the other side always sees the main number.',
		replies: [{ by: 'jonas', hoursAgo: 28, content: 'Your provider has to allow it: ask for “CLIP no screening”.' }],
	},
	{
		category: 'IP Phones & SBC', by: 'owner', title: 'Which ports for phones in home offices?', hoursAgo: 75,
		content: 'Forty phones outside the office, no VPN. What has to be open, and would you use an SBC per site?',
		replies: [
			{ by: 'mira', hoursAgo: 74, content: 'From four phones on, an SBC per site. For single phones a router phone does it.' },
			{ by: 'owner', hoursAgo: 70, content: 'Thanks. Router phones it is, for most of them.' },
		],
	},
	{
		category: 'IP Phones & SBC', by: 'tomasz', title: 'Handset reboots when a headset is plugged in', hoursAgo: 20,
		content: 'Firmware is current, another headset works. It happens on all three phones of that model.', replies: [],
	},
	{
		category: 'Security & Antivirus Alerts', by: 'staff2', title: 'Our scanner warns about the desktop app', hoursAgo: 15,
		content: 'Since this morning our endpoint protection reports the desktop app. Is anybody else seeing this?',
		replies: [
			{ by: 'moderator', hoursAgo: 14, content: 'Seen and passed on. Please do not switch the warning off.' },
			{ by: 'jonas', hoursAgo: 9, content: 'Two of our customers see it as well, both with the same product.' },
		],
	},
	{
		category: 'Installation, Upgrade & Backup', by: 'priya', title: 'Moving from a mini PC to the cloud: order of steps', hoursAgo: 200,
		content: 'Backup, new server, restore, DNS, then the phones? Or the phones first?',
		replies: [{ by: 'helen', hoursAgo: 190, content: 'DNS with a short TTL two days before. The rest in your order.' }],
	},
	{
		category: 'Hosting, Network & Firewall', by: 'jonas', title: 'Firewall check fails on one port of the range', hoursAgo: 96,
		content: 'All green except one port in the middle of the audio range. SIP ALG is off.',
		replies: [{ by: 'tomasz', hoursAgo: 95, content: 'Another rule of the router uses it. Look for a games console in the office.' }],
	},
	{
		category: 'Apps & Web Client', by: 'mira', title: 'No push on Android after a phone change', hoursAgo: 40,
		content: 'The app works while it is open. In the background it stays silent on the new phone.',
		replies: [{ by: 'helen', hoursAgo: 39, content: 'Scan the code again from the web client, and allow it to run in the background.' }],
	},
	{
		category: 'CRM, Helpdesk & App Integration', by: 'helen', title: 'Contact lookup is slow for foreign numbers', hoursAgo: 150,
		content: 'Lookups of numbers with a country code take five seconds; all others are there at once.', replies: [],
	},
	{
		category: 'Ideas & Feature Requests', by: 'tomasz', title: 'Reports for ring groups', hoursAgo: 110,
		content: 'The new report by queue is great. The same for ring groups would spare us a spreadsheet.',
		replies: [{ by: 'customer', hoursAgo: 60, content: 'Yes, please.' }],
	},
	{
		category: 'Tips & Community Talk', by: 'jonas', title: 'What do you put on the wall of the server room?', hoursAgo: 12,
		content: 'We have the emergency numbers, the rack plan and a photo of the cabling as it should look.',
		replies: [{ by: 'mira', hoursAgo: 3, content: 'A sign that says “label it before you leave”.' }],
	},
];
