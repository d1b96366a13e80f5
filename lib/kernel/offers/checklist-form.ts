import type { WritingPlace } from './owed';

/** One answer; its shape depends on the item's kind. */
export type FormAnswer =
	| boolean | string | string[] | { vendor: string; reference: string } | { provider: string; country: string };

/** A checklist for browsers and API clients: everything needed to show and answer it. */
export interface ChecklistForm {
	profile: string;
	version: number;
	/** A `security` checklist never stops a post. */
	kind: 'standard' | 'security';
	/** Whether missing answers stop the post; where they do not, they are recorded. */
	stops: boolean;
	/** Whether this member is asked everything, or less: as part of the control group, or after a clean record. */
	share: 'all' | 'control' | 'clean';
	items: {
		key: string;
		kind: 'confirm' | 'choice' | 'multi-choice' | 'version' | 'text' | 'long-text' | 'link' | 'vendor' | 'trunk';
		required: boolean;
		/** The effect of leaving it empty, if it is not required. */
		empty: 'ok' | 'warn' | 'record';
		minLength: number;
		/** Different real words that a long text needs. */
		minWords: number;
		prompt: string;
		/** The same with links, emphasis and code as Markdown; empty where there is none. */
		promptMarkdown: string;
		help: string;
		helpMarkdown: string;
		/** An example in an empty field. */
		placeholder: string;
		link: string;
		/** The version of the forum's terms that is confirmed; empty if it is not about them. */
		terms: string;
		/** Hosts that a link may lead to; empty: any. */
		hosts: string[];
		/** Who will see the answer. */
		readers: 'everyone' | 'staff';
		stable: boolean;
		/** Label of a vendor item's second field; empty: a reference. */
		referencePrompt: string;
		/** Known names of vendors, trunk providers or platforms. */
		suggestions: string[];
		/** Names that are known as not supported; of a choice, the labels of its options. */
		unsupported: string[];
		/** `listed`: only if an earlier answer names something of `unsupported`. */
		shownWhen: { item: string; values: string[]; tags: string[]; listed: '' | 'unsupported' } | null;
		options: {
			value: string; label: string; labelMarkdown: string; verdict: string; say: string; required: boolean;
			/** The effect of leaving the option out, and what the author reads then. */
			unticked: { verdict: string; say: string } | null;
		}[];
	}[];
	/** The member's earlier answers to stable items, for them to confirm. */
	remembered: Readonly<Record<string, FormAnswer>>;
}

/** The form for a member at a place; null if there is no checklist. */
export type ChecklistLookup = (place: WritingPlace, uid: number, language: string) => Promise<ChecklistForm | null>;
