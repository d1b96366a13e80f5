import type { Fact } from './phrase';

/** The recipients of a kind of message. `address`: a person without an account, by e-mail only. */
export type Recipients = 'members' | 'owners' | 'moderators' | 'administrators' | 'address';

interface MessageRow {
	/** The responsible slice; failures are logged under its name. */
	slice: string;
	to: Recipients;
	/** The linked path, without the forum's prefix; messages of other kinds bring their own. */
	path?: string;
	/** First part of the notification's id; by default the kind. */
	id?: string;
	/** Members may switch it, or its e-mails, off in their settings; all others are mandatory. */
	isOptional?: true;
	/** The notification contains the whole text, because no page does; otherwise only the headline. */
	isWhole?: true;
}

/** The plugin's page in the ACP. */
export const adminPath = '/admin/plugins/forum-terms';
const partnerPath = '/forum-terms/partner';
const [peoplePath, strikesPath] = [`${partnerPath}?tab=people`, `${partnerPath}?tab=strikes`];
/** Where members see the company they speak for, and join one. */
export const joinPath = '/forum-terms/partners/join';

const ofPeople = { slice: 'partners', to: 'owners', path: peoplePath } as const;
const ofStrikes = { slice: 'partners', to: 'owners', path: strikesPath } as const;
const ofReports = {
	slice: 'partners', to: 'owners', id: 'partner-event', path: `${partnerPath}?tab=reports`, isOptional: true,
} as const;
const ofJoining = { slice: 'partners', to: 'members', path: joinPath } as const;
const forAdministrators = { to: 'administrators', path: adminPath } as const;
const ofAccess = { slice: 'access', to: 'members' } as const;

/** Every kind of message; its sentences are `forum-terms:mail.<kind>` and `mail.<kind>-body`. */
export const messages = {
	'changed': { slice: 'terms', to: 'members', id: '' },
	'reminder': { slice: 'terms', to: 'members', id: '', path: '/forum-terms/accept' },
	'security-alert': { slice: 'checklist', to: 'moderators', id: 'security' },
	'checklist-owed': { slice: 'checklist', to: 'members' },
	'checklist-waived': { slice: 'checklist', to: 'members', isWhole: true },
	'checklist-asked-again': { slice: 'checklist', to: 'members', isWhole: true },
	'latest-stale': { slice: 'checklist', ...forAdministrators, isOptional: true },
	'blueprint-drift': { slice: 'categories', ...forAdministrators, isOptional: true },
	'licence-double': { slice: 'customers', ...forAdministrators, isOptional: true },
	'webhook-stopped': { slice: 'records', ...forAdministrators },
	'webhook-aside': { slice: 'records', ...forAdministrators },
	'licence-verified': { slice: 'customers', to: 'members', id: 'licence', path: '/me/licences' },
	'licence-refused': { slice: 'customers', to: 'members', id: 'licence', path: '/me/licences' },
	'partner-ownerless': { slice: 'partners', ...forAdministrators },
	'partner-owner-ended': { slice: 'partners', ...forAdministrators, isWhole: true },
	'partner-staff-ended': { slice: 'partners', ...forAdministrators, isWhole: true },
	'partner-level-ended': { slice: 'partners', to: 'owners', path: partnerPath },
	'partner-suspended': { slice: 'partners', to: 'owners', path: partnerPath, isWhole: true },
	'partner-was-suspended': { slice: 'partners', to: 'owners', path: partnerPath, isWhole: true },
	'partner-suspension-answer': { slice: 'partners', to: 'administrators' },
	'partner-suspension-upheld': ofStrikes,
	'partner-lifted': { slice: 'partners', to: 'owners', path: partnerPath, isWhole: true },
	'partner-digest': { slice: 'partners', to: 'owners', path: partnerPath, isOptional: true },
	'partner-reported': ofReports,
	'partner-moderated': ofReports,
	'partner-question': { slice: 'partners', to: 'members', id: 'partner-event' },
	'partner-post-withdrawn': { slice: 'partners', to: 'members' },
	'partner-post-restored': { slice: 'partners', to: 'members' },
	'partner-post-corrected': { slice: 'partners', to: 'members' },
	'partner-paused': { slice: 'partners', to: 'members', path: partnerPath },
	'partner-resumed': { slice: 'partners', to: 'members', path: partnerPath },
	'partner-strike': ofStrikes,
	'partner-strike-author': { slice: 'partners', to: 'members', path: partnerPath },
	'partner-strike-author-counts': { slice: 'partners', to: 'members', path: partnerPath },
	'partner-strike-author-withdrawn': { slice: 'partners', to: 'members', path: partnerPath },
	'partner-strike-counts': ofStrikes,
	'partner-strike-withdrawn': ofStrikes,
	'partner-strike-answered': { slice: 'partners', to: 'moderators' },
	'partner-strike-decide': { slice: 'partners', to: 'moderators' },
	'partner-notified': ofStrikes,
	'partner-held': ofStrikes,
	'partner-review': ofStrikes,
	'partner-review-staff': { slice: 'partners', ...forAdministrators },
	'partner-referral': ofStrikes,
	'partner-referral-staff': { slice: 'partners', ...forAdministrators },
	'partner-released': ofStrikes,
	'partner-told-referred': ofStrikes,
	'partner-requested': ofPeople,
	'partner-joined': ofPeople,
	'partner-owner': ofPeople,
	'partner-declined': ofPeople,
	'partner-confirm': { ...ofPeople, isOptional: true },
	'partner-invited': ofJoining,
	'partner-admitted': ofJoining,
	'partner-turned-down': ofJoining,
	'partner-removed': ofJoining,
	'partner-offered': ofJoining,
	'access-ending': { ...ofAccess, id: 'restriction' },
	'access-past': { ...ofAccess, id: 'restriction' },
	'access-restricted': { ...ofAccess, id: 'restriction' },
	'access-given-back': { ...ofAccess, id: 'restriction-end' },
	'access-changed': ofAccess,
	'restriction-answered': { ...ofAccess, id: 'restriction-answer' },
	'restriction-answered-late': ofAccess,
	'restriction-cause': { slice: 'access', to: 'moderators' },
	'restriction-appeal': { slice: 'access', to: 'moderators' },
	'partner-referred': { slice: 'partners', to: 'address' },
	'partner-invited-by-mail': { slice: 'partners', to: 'address' },
	'access-ended': { slice: 'access', to: 'address' },
	'access-confirmed': { slice: 'access', to: 'address' },
	'ban-changed': { slice: 'access', to: 'address' },
} as const satisfies Readonly<Record<string, MessageRow>>;

export type MessageKind = keyof typeof messages;
type KindTo<A extends Recipients> = {
	[K in MessageKind]: typeof messages[K]['to'] extends A ? K : never
}[MessageKind];

export const rowOf = (kind: MessageKind): MessageRow => messages[kind];

/** A message to members. */
export interface Message<K extends MessageKind = KindTo<Exclude<Recipients, 'address'>>> {
	kind: K;
	/** Messages of the same kind about the same thing are one notification, however often they are sent. */
	about: string | number;
	/** The arguments of its sentences. */
	facts: readonly Fact[];
	/** The linked path, without the forum's prefix; by default the one of its kind. */
	path?: string;
	/** A statement of reasons in the reader's language; in the e-mail only. */
	reasons?: string;
}

/** An e-mail to an address without an account. */
export interface Letter extends Omit<Message<KindTo<'address'>>, 'about'> {
	/** The name in the greeting, `forum-terms:mail.<greeted>`; by default the address. */
	greeted?: 'team';
}

/** Notifies members, and writes to addresses; skips deleted accounts, and optional messages to those who opted out. */
export interface Messenger {
	/** By notification and, if the member has a confirmed address, once by e-mail. */
	send(uids: readonly number[], message: Message): Promise<void>;
	/** The same to all administrators. */
	toAdministrators(message: Message<KindTo<'administrators'>>): Promise<void>;
	/** By notification only, for messages to very many. */
	notify(uids: readonly number[], message: Message): Promise<void>;
	/** From now on members have a setting for how optional messages reach them; by default in both ways. */
	offerChoice(): void;
	/** Whether the mail server accepted it. */
	write(address: string, letter: Letter): Promise<boolean>;
}

/** The notification's id. */
export const idOf = ({ kind, about }: Pick<Message, 'kind' | 'about'>): string =>
	['forum-terms', rowOf(kind).id ?? kind, about].filter(part => part !== '').join(':');

export const linkOf = ({ kind, path }: { kind: MessageKind; path?: string }): string => path ?? rowOf(kind).path ?? '';
