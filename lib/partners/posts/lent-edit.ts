import { callScope } from '../../platform/call-scope';

interface Loan { pid: string; uid: number; isUsed: boolean }

/**
 * The right to edit a post, lent to an owner for one edit. NodeBB gives owners no right of their own, and asks for it
 * somewhere inside the edit; so it is bound to the very call that was made with the words the door judges. Another
 * request of the same owner at the same moment, in this process or another, finds nothing.
 */
export interface LentEdit {
	/** Runs the edit; whatever it calls may take the right, once. */
	during<T>(pid: string, uid: number, edit: () => Promise<T>): Promise<T>;
	/** Takes the right, where this call is part of such an edit and nobody took it before. */
	take(pid: string, uid: number): boolean;
}

const loans = callScope<Loan>('a lent edit');

export function lentEdit(): LentEdit {
	return {
		during: (pid, uid, edit) => loans.during({ pid, uid, isUsed: false }, edit),
		take(pid, uid) {
			const loan = loans.value();
			if (loan?.pid !== pid || loan.uid !== uid || loan.isUsed) {
				return false;
			}
			loan.isUsed = true;
			return true;
		},
	};
}
