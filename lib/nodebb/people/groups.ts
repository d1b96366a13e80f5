import type { Groups } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';

/** NodeBB's groups behind the port. */
export function nodebbGroups(): Groups {
	const groups = () => hostModule('./src/groups');
	return {
		async ensure(name) {
			if (!await groups().exists(name)) {
				// Hidden and closed: the partner accounts alone decide who belongs to it.
				await groups().create({
					name, hidden: 1, private: 1, disableJoinRequests: 1, disableLeave: 1, userTitleEnabled: 0,
				});
			}
		},
		async close(name) {
			const data = await groups().getGroupData(name);
			if (!data) {
				return;
			}
			const closed = { hidden: 1, private: 1, disableJoinRequests: 1, disableLeave: 1 };
			if (Object.keys(closed).some(flag => Number(data[flag]) !== 1)) {
				// HOST: src/groups/update.js empties description and icon unless they are sent along.
				const kept = { description: textOf(data.description), icon: textOf(data.icon) };
				await groups().update(name, { ...kept, ...closed });
			}
			// HOST: src/groups/ownership.js `rescind` keeps the last owner; our groups have none.
			const owners = await groups().getOwners(name);
			if (owners.length > 0) {
				await hostModule('./src/database').setRemove(`group:${name}:owners`, owners.map(String));
			}
		},
		async rename(from, to) {
			if (from === to || !await groups().exists(from)) {
				return;
			}
			if (await groups().exists(to)) {
				await groups().destroy(to);
			}
			// HOST: src/groups/update.js `renameGroup` also moves members and category privileges.
			await groups().renameGroup(from, to);
		},
		members: async name => (await groups().getMembers(name, 0, -1)).map(Number),
		async change(name, joining, leaving) {
			// HOST: src/groups/join.js and leave.js skip members who are already in, or already out.
			for (const uid of joining) {
				await groups().join(name, uid);
			}
			for (const uid of leaving) {
				await groups().leave(name, uid);
			}
		},
	};
}
