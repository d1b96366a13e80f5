import type { Groups } from '../kernel/ports';
import { hostModule } from './modules';

/** NodeBB's groups behind the port. */
export function nodebbGroups(): Groups {
	const groups = () => hostModule('./src/groups');
	return {
		async ensure(name) {
			if (!await groups().exists(name)) {
				// Hidden and without a way in or out: who belongs to it follows from the partner accounts alone.
				await groups().create({
					name, hidden: 1, private: 1, disableJoinRequests: 1, disableLeave: 1, userTitleEnabled: 0,
				});
			}
		},
		members: async name => (await groups().getMembers(name, 0, -1)).map(Number),
		async change(name, joining, leaving) {
			// HOST: src/groups/join.js and leave.js skip who is in, or not in, already.
			for (const uid of joining) {
				await groups().join(name, uid);
			}
			for (const uid of leaving) {
				await groups().leave(name, uid);
			}
		},
	};
}
