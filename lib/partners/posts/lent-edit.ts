import type { CallScopes } from '../../kernel/host/call-scope';

interface Loan { pid: string; uid: number; isUsed: boolean }

/**
 * The right to edit a post, lent to an owner for one edit. NodeBB gives owners no such right and checks for it inside
 * the edit, so the right is bound to exactly this call, whose text the door judges. A concurrent request of the same
 * owner, in this process or another, does not have it.
 */
export interface LentEdit {
	/** Runs the edit; anything it calls may use the right, once. */
	during<T>(pid: string, uid: number, edit: () => Promise<T>): Promise<T>;
	/** Uses the right, if this call is part of such an edit and it is unused. */
	take(pid: string, uid: number): boolean;
}

export function lentEdit(callScope: CallScopes): LentEdit {
	const loans = callScope<Loan>('a lent edit');
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
