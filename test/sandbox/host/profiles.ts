import type { Context } from './context';
import type { Row } from './database';
import { textOf } from './text';

interface Caller { uid: number }

const ownFields = ['username', 'email', 'fullname', 'groupTitle', 'birthday', 'signature', 'aboutme', 'website', 'location'];

/** What members and groups show of themselves. HOST: src/user/profile.js, src/socket.io/user/picture.js. */
export function profiles(c: Context) {
	async function mayEdit({ uid }: Caller, target: unknown): Promise<number> {
		if (uid <= 0 || (Number(target) !== uid && !await c.accounts.isAdminOrGlobalMod(uid))) {
			throw new Error('[[error:no-privileges]]');
		}
		return Number(target);
	}
	async function updateProfile(uid: number, given: Row, more: readonly string[] = []): Promise<void> {
		const { data, fields } = await c.hooks.fire('filter:user.updateProfile', {
			uid, data: given, fields: [...ownFields, ...more],
		});
		const texts = fields.filter(field => typeof data[field] === 'string');
		await c.accounts.setUserFields(Number(data.uid), Object.fromEntries(texts.map(field =>
			[field, textOf(data[field]).trim()])));
		void c.hooks.fire('action:user.updateProfile', { uid, data, fields });
	}
	async function groupOf(caller: Caller, name: string): Promise<string> {
		const mayAlways = await c.accounts.isAdminOrGlobalMod(caller.uid);
		if (!name || (!mayAlways && !await c.groups.ownership.isOwner(caller.uid, name))) {
			throw new Error('[[error:no-privileges]]');
		}
		return name;
	}

	return {
		users: {
			async update(caller: Caller, data: Row): Promise<Row> {
				const uid = await mayEdit(caller, data.uid);
				await updateProfile(caller.uid, data);
				return c.accounts.getUserFields(uid, ['uid', ...ownFields]);
			},
			async changePicture(caller: Caller, data: Row): Promise<void> {
				const uid = await mayEdit(caller, data.uid);
				const picture = data.type === 'external' ? textOf(data.url).trim() : '';
				await updateProfile(caller.uid, { uid, picture, 'icon:bgColor': textOf(data.bgColor) }, ['picture', 'icon:bgColor']);
			},
		},
		groups: {
			async create(caller: Caller, data: Row): Promise<Row> {
				if (!await c.privileges.global.can('group:create', caller.uid)) {
					throw new Error('[[error:no-privileges]]');
				}
				const name = textOf(data.name);
				const made = await c.groups.create({ name });
				await c.groups.ownership.grant(caller.uid, name);
				await c.groups.join([name], caller.uid);
				return made;
			},
			async update(caller: Caller, { slug, ...values }: Row): Promise<void> {
				const name = await groupOf(caller, await c.groups.getGroupNameByGroupSlug(textOf(slug)));
				await c.groups.update(name, values);
			},
		},
		sockets: {
			user: {
				async updateCover(caller: Caller, data: Row): Promise<Row> {
					const uid = await mayEdit(caller, data.uid);
					await c.accounts.setUserField(uid, 'cover:url', textOf(data.imageData));
					return { url: textOf(data.imageData) };
				},
				async uploadCroppedPicture(caller: Caller, data: Row): Promise<void> {
					const uid = await mayEdit(caller, data.uid);
					const picture = textOf(data.imageData);
					await updateProfile(caller.uid, { uid, uploadedpicture: picture, picture }, ['uploadedpicture', 'picture']);
				},
			},
			groups: {
				cover: {
					async update(caller: Caller, data: Row): Promise<void> {
						await c.db.setObjectField(`group:${await groupOf(caller, textOf(data.groupName))}`, 'cover:url', textOf(data.imageData));
					},
				},
			},
		},
	};
}
