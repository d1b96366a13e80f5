/** What the guide types for the visitor, so that a walk needs clicks alone. */
export const words = {
	strike: 'This is an advertisement. Please answer the question that was asked instead.',
	strikeAnswer: 'You are right. We have talked to our colleague, and the post is gone.',
	restriction: 'Advertising in a support topic, after two friendly hints.',
	appeal: 'I wanted to help and did not see this as advertising. I will leave prices out.',
	appealAnswer: 'Thank you for the explanation. Please read clause 4.1 once more.',
};

export const advertisement = {
	title: 'New phones at half the price, this week only',
	content: 'We deliver handsets and headsets at **half the price** of everybody else. Write to us today!',
};

export const lentTopic = {
	title: 'Inbound calls from mobile networks end after 30 seconds',
	text: 'Calls from mobile phones end after 30 seconds; calls from landlines stay up. We expected both to last. It began ' +
		'with the move to the new firewall on Monday. The trace shows an ACK that never arrives.',
};

export const longAnswer = 'We moved to a new firewall on Monday and expected calls from mobile networks to stay up as before. Since ' +
	'then each of them ends after exactly thirty seconds.';

/** One more for each version of the terms that a visitor publishes. */
export const sentences = [
	'Attachments may have up to 10 MB. Share longer traces in private.',
	'Mark the answer that solved your problem, so that others find it.',
	'Write titles in sentence case. CAPITALS read like shouting.',
	'One problem per topic. A second one deserves a topic of its own.',
];
