import assert from 'node:assert/strict';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('the post queue', (stage) => {
	const items = [
		{ key: 'version', kind: 'text', prompt: { 'en-GB': 'Version and update' } },
		{ key: 'holder', kind: 'text', readers: 'staff', prompt: { 'en-GB': 'Licence holder' } },
	];

	it('shows below each waiting post what was answered, and what is open since the checklist changed', async () => {
		const admin = await stage().terms('admin');
		const visitor = await stage().visitor('admin');
		const save = (more: object[]) => admin.call('PUT', '/admin/checklists/spec-queue', { items: [...items, ...more] });
		assert.equal((await save([])).status, 200);
		await admin.call('PUT', '/admin/checklist-places', { topics: { 3: 'spec-queue' } });
		for (const [key, value] of [['postQueue', 1], ['postQueueReputationThreshold', 100]] as const) {
			await visitor.send('PUT', `/api/v3/admin/settings/${key}`, { value });
		}
		await visitor.send('PUT', '/api/v3/categories/3', { postQueue: 1 });
		const made = await (await stage().visitor('customer')).send('POST', '/api/v3/topics', {
			cid: 3, title: 'Fax arrives empty since update 9', content: 'Since Monday all of them are empty.',
			forumTerms: { checklist: { answers: { version: 'V20 <b>Update 9</b>', holder: 'Acme' } } },
		});
		assert.equal(made.response.queued, true, made.text);
		await save([{ key: 'capture', kind: 'confirm', prompt: { 'en-GB': 'A capture is attached' } }]);
		const page = await stage().page('moderator');
		await page.goto('/post-queue');
		const box = page.locator('.forum-terms-queued');
		await box.waitFor();
		assert.match(await box.innerText(), /Open checklist items: 1\s+A capture is attached/);
		assert.match(await box.innerText(), /Version and update: V20 <b>Update 9<\/b>[^]*Licence holder: Acme staff only/);
		await assertSound(page);
	});
});
