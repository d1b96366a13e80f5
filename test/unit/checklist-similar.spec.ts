import assert from 'node:assert/strict';
import fc from 'fast-check';
import { similarTo, tellingWords } from '../../lib/checklist/asking/similar-rules';
import { checklistInMemory } from '../builders/checklist';

const titles = [
	'Calls drop after 30 minutes', 'One-way audio over VPN', 'Anrufe brechen nach dem Update ab', 'Yealink T54W does not ring',
	'How do I record calls?', 'Backup to S3 fails', 'Fax to e-mail is empty', 'Hold music stops', 'Voicemail in German',
];
const found = (title: string) => similarTo(title, titles.map(text => ({ title: text }))).map(topic => topic.title);

describe('similar topics (clause 3)', () => {
	it('share the telling words, whatever their case, accents and endings', () => {
		assert.deepEqual(found('dropped CALLS'), ['Calls drop after 30 minutes', 'How do I record calls?']);
		assert.deepEqual(found('Anrufe brechen ab'), ['Anrufe brechen nach dem Update ab']);
		assert.deepEqual(found('yealink t54w'), ['Yealink T54W does not ring']);
	});

	it('are not those that share only what every title has', () => {
		assert.deepEqual(found('How do I get this to work?'), []);
		assert.deepEqual(found('Wie kann ich das?'), []);
		assert.deepEqual(found(''), []);
		assert.deepEqual(tellingWords('Is it the problem, or my question?'), []);
	});

	it('are found in a small forum, where every word is in many titles', () => {
		const few = ['Calls drop after an hour on our trunk', 'Calls drop on the phone app', 'Calls drop when it goes dark'];
		assert.equal(similarTo('Calls drop with the app', few.map(title => ({ title }))).length, 3);
	});

	it('put the rare word before the common one', () => {
		const many = [...Array.from({ length: 20 }, (_, index) => `Phone ${index} offline`), 'Phone with DECT base'];
		assert.equal(similarTo('dect phone', many.map(title => ({ title })))[0]?.title, 'Phone with DECT base');
		const apart = [...many.slice(0, 20), 'Base with DECT'].map(title => ({ title }));
		assert.equal(similarTo('dect phone', apart)[0]?.title, 'Base with DECT');
	});

	it('put the title that says little else before the one that says more', () => {
		const alike = similarTo('Calls drop', ['Calls drop while the trunk registers', 'Calls drop often'].map(title => ({ title })));
		assert.deepEqual(alike.map(({ title }) => title), ['Calls drop often', 'Calls drop while the trunk registers']);
	});

	it('always hold the title itself first, and never more than there are', () => {
		fc.assert(fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.constantFrom(...titles), (others, title) => {
			const alike = similarTo(title, [...others, title].map(text => ({ title: text })));
			assert.ok(alike.some(topic => topic.title === title));
			assert.ok(alike.length <= others.length + 1);
		}));
	});

	const topic = (tid: number, title: string) => ({
		cid: 1, tid, title, slug: `${tid}/x`, postcount: 1, timestamp: 0, isSolved: false,
	});

	it('are five at most, none of which the reader may not open', async () => {
		const { similar, listed } = checklistInMemory();
		listed.push(topic(404, 'Calls drop'), ...Array.from({ length: 9 }, (_, index) => topic(index + 1, `Calls drop ${index}`)));
		const topics = await similar(1, 'Calls drop', 7);
		assert.equal(topics.length, 5);
		assert.equal(topics.some(({ tid }) => tid === 404), false);
	});

	it('are read once for a category while somebody types, and not at all where they are switched off', async () => {
		const { similar, listed, stored, host } = checklistInMemory();
		listed.push(topic(1, 'Calls drop'));
		let reads = 0;
		const { newest } = host.topics;
		host.topics.newest = async (...args) => {
			reads += 1;
			return newest(...args);
		};
		for (const title of ['Calls', 'Calls dr', 'Calls drop']) {
			await similar(1, title, 7);
		}
		assert.equal(reads, 1);
		stored.checklistSimilar = 'off';
		assert.deepEqual(await similar(1, 'Calls drop', 7), []);
	});
});
