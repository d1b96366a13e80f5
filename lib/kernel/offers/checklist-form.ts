import type { WritingPlace } from './owed';

/** One answer in the shape of its item's kind. */
export type FormAnswer =
	| boolean | string | string[] | { vendor: string; reference: string } | { provider: string; country: string };

/** A checklist as browsers and machine clients get it: everything needed to show it and to answer. */
export interface ChecklistForm {
	profile: string;
	version: number;
	/** A `security` checklist never stops anybody. */
	kind: 'standard' | 'security';
	/** Whether this member is asked everything, or less: they are in the control share or have a clean record. */
	share: 'all' | 'control' | 'clean';
	items: {
		key: string;
		kind: 'confirm' | 'choice' | 'multi-choice' | 'version' | 'text' | 'link' | 'vendor' | 'trunk';
		required: boolean;
		minLength: number;
		prompt: string;
		help: string;
		link: string;
		/** Hosts that a link may lead to; empty: any. */
		hosts: string[];
		/** Who will see the answer. */
		readers: 'everyone' | 'staff';
		stable: boolean;
		/** Label of the second field of a vendor item; empty: a reference. */
		referencePrompt: string;
		/** Names known for a vendor or a trunk provider. */
		suggestions: string[];
		shownWhen: { item: string; values: string[]; tags: string[] } | null;
		options: { value: string; label: string; verdict: string; say: string; required: boolean }[];
	}[];
	/** What this member answered before to items that seldom change, for them to confirm. */
	remembered: Readonly<Record<string, FormAnswer>>;
}

/** The form of a place for a member; null when nothing is asked there. */
export type ChecklistLookup = (place: WritingPlace, uid: number, language: string) => Promise<ChecklistForm | null>;
