import { actorOf } from '../../kernel/host/member';
import type { Host } from '../../kernel/host/ports';
import { hook } from '../../kernel/slice/slice';
import { textOf } from '../../kernel/formats/text';
import type { PartnerDirectory } from './directory';
import type { PartnerGroups } from './groups';

interface Membership { groupNames?: unknown; uid?: unknown }
interface Rename { old?: unknown; new?: unknown }

// NodeBB continues with a group after it fires the hook, and some edits come in pairs.
const settleMilliseconds = 2000;

// An error of ours must not fail an edit of a group.
const repaired = 'the nightly repair corrects it';

/** Reverts edits of our groups by hand: members, names and visibility follow from the accounts alone (clause 4.12). */
export function groupHooks({ directory, groups, host }: {
	directory: PartnerDirectory; groups: PartnerGroups;
	host: Pick<Host, 'groups' | 'pause'>;
}) {
	const namesIn = (names: unknown): string[] => (Array.isArray(names) ? names : [names]).map(textOf);

	async function repairSoon(names: readonly string[]): Promise<void> {
		if ((await groups.ours(names)).length > 0) {
			await host.pause(settleMilliseconds);
			await groups.repair();
		}
	}
	/** Our groups among these where somebody is wrongly in or out. */
	async function wrong(names: readonly string[], uid: number, isIn: boolean): Promise<string[]> {
		const membership = await directory.membership(uid);
		const account = membership && await directory.account(membership.partner);
		const mine = account ? groups.groupsOf(account) : [];
		return names.filter(name => mine.includes(name) !== isIn);
	}
	const moved = (isIn: boolean) => hook<Membership>('open', repaired, async ({ groupNames, uid }) => {
		const actor = actorOf(uid);
		const names = await groups.ours(namesIn(groupNames));
		if (actor.kind !== 'member' || (await wrong(names, actor.uid, isIn)).length === 0) {
			return;
		}
		await host.pause(settleMilliseconds);
		for (const name of await wrong(names, actor.uid, isIn)) {
			await host.groups.change(name, isIn ? [] : [actor.uid], isIn ? [actor.uid] : []);
		}
	});

	return {
		groupJoined: moved(true),
		groupLeft: moved(false),
		groupRenamed: hook<Rename>('open', repaired, async ({ old, new: to }) => {
			const [name] = await groups.ours([textOf(old)]);
			if (name) {
				await groups.noteRename(name, textOf(to));
				await repairSoon([name]);
			}
		}),
		groupEdited: hook<{ name?: unknown; groupName?: unknown }>('open', repaired, ({ name, groupName }) =>
			repairSoon(namesIn(name ?? groupName))),
		groupsDestroyed: hook<{ groups?: { name?: unknown }[] }>('open', repaired, ({ groups: gone }) =>
			repairSoon((gone ?? []).map(({ name }) => textOf(name)))),
		/** The list of levels changed: creates new groups, empties former ones. */
		settingsSaved: hook<{ plugin?: unknown }>('open', repaired, async ({ plugin }) => {
			if (plugin === 'forum-terms') {
				await repairSoon(['Partners']);
			}
		}),
	};
}
