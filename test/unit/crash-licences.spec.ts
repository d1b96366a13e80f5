import { vendorFingerprint } from '../../lib/customers/claims/seal';
import { customerJobs } from '../../lib/customers/jobs';
import { customerServices } from '../../lib/customers/services';
import type { Host } from '../../lib/kernel/host/ports';
import { forumOf } from '../../lib/platform/forum/forum';
import { customersInMemory, licenceKey, no, sharedSecret, yes } from '../builders/customers';
import { crashes, runAll, toldOnce, whole } from '../builders/mortal';

type Customers = ReturnType<typeof customersInMemory>;
type ItemToConfirm = (licences: Customers['licences']) => Promise<unknown>;

const claimed: ItemToConfirm = licences => licences.claim(2, licenceKey);
const licenceActs: Record<string, readonly [ItemToConfirm, ...ItemToConfirm[]]> = {
	'a licence is claimed': [claimed],
	'a second member claims it': [licences => licences.claim(3, licenceKey), claimed],
	'a claim is verified': [licences => licences.decide(1, yes, 1), claimed],
	'a claim is refused': [licences => licences.decide(1, no, 1), claimed],
	'the vendor verifies it': [licences => licences.applyVendorVerdict(vendorFingerprint(sharedSecret, licenceKey), yes), claimed],
	'one that holds is withdrawn': [licences => licences.withdraw(2, 1), claimed, licences => licences.decide(1, yes, 1)],
};

describe('a process killed before any of its writes leaves no licence half claimed', () => {
	const over = (host: Host) =>
		customerServices(host, { ...forumOf(host), secret: async () => 'the secret of this forum' }, {
			areColleagues: async () => false,
		});
	for (const [name, [act, ...before]] of Object.entries(licenceActs)) {
		it(`when ${name}`, async () => whole(await crashes({
			async world() {
				const ground = customersInMemory();
				await ground.secret.set(sharedSecret);
				for (const one of before) {
					await one(ground.licences);
				}
				return ground;
			},
			host: ground => ground.host,
			act: (_ground, host) => act(over(host).licences),
			restart: (_ground, host) => runAll(customerJobs(over(host))),
			async state({ store, sent, inGroup }: Customers) {
				const claims = [...await store.ofMember(2), ...await store.ofMember(3)];
				return {
					claims: await Promise.all(claims.map(async ({ id, uid, state: now, reason }) =>
						[uid, now, reason, (await store.events(id)).map(({ kind }) => kind)])),
					lists: await Promise.all((['claimed', 'verified', 'refused', 'withdrawn'] as const).map(one => store.count(one))),
					doubles: (await store.doubles()).map(({ uid }) => uid), told: toldOnce(sent),
					keys: (await store.ofKey(claims[0]?.hash ?? '')).length,
					customers: [...inGroup.get('Customers') ?? []].sort(),
				};
			},
		})));
	}
});
