import * as alerts from 'alerts';
import * as api from 'api';
import { element, say } from 'forum-terms/kit/dom';
import { hearingSection } from 'forum-terms/partners/member/hearing';
import { referralSection } from 'forum-terms/partners/member/referrals';
import { addActs } from 'forum-terms/partners/member/strike-acts';
import { strikeProof } from 'forum-terms/partners/member/strike-proof';
import { strikeRow } from 'forum-terms/partners/member/strike-row';
import type { Strike, StrikeDesk, StrikesAnswer } from 'forum-terms/partners/member/strike-model';
import { standingBox } from 'forum-terms/partners/member/standing-meter';

/** The strikes and standing of an account, for its owners and for staff who decide. */
class StrikeList {
	private readonly unsent = new Map<string, string>();
	constructor(private readonly section: HTMLElement, private readonly partner: string) {}

	/** Reloads everything; focuses the subject of the last act. */
	async show(focus = ''): Promise<void> {
		const state = this.section.querySelector<HTMLElement>('[data-role="strikes-state"]');
		const answer = await api.get<StrikesAnswer>(`/plugins/forum-terms/partners/${this.partner}/strikes`).catch(() => null);
		if (!answer || !state) {
			state?.replaceChildren(await say('forum-terms:partner.strikes-failed'));
			return;
		}
		state.textContent = answer.strikes.length === 0 ? await say('forum-terms:partner.strikes-none') : '';
		state.classList.toggle('d-none', answer.strikes.length > 0);
		const waits = answer.may.answer ? 'open' : 'answered';
		const waiting = answer.strikes.filter(strike => strike.state === waits);
		// The nearest deadline first.
		waiting.sort((a, b) => (waits === 'open' ? a.answerBy - b.answerBy : a.at - b.at));
		const others = answer.strikes.filter(strike => strike.state !== waits);
		const desk: StrikeDesk = {
			partner: this.partner, may: answer.may, unsent: this.unsent,
			done: (act, id) => this.done(act, id > 0 ? `[data-strike="${id}"]` : act.startsWith('hearing') ? '#partner-hearing-title' : '#partner-referrals-title'),
		};
		const title = waits === 'open' ? 'strikes-waiting.answer' : 'strikes-waiting.decision';
		const body = this.section.querySelector('[data-role="strikes-body"]');
		const parts = [
			await hearingSection(answer, desk), await standingBox(answer.standing),
			await this.list(title, waiting, desk),
			await this.list(waiting.length > 0 ? 'strikes-others' : 'tab.strikes', others, desk),
			await referralSection(answer, desk),
		];
		body?.replaceChildren(...parts.filter(part => part !== null));
		this.count(waiting.length);
		this.stand(answer.standing.stage);
		if (focus) {
			this.section.querySelector<HTMLElement>(focus)?.focus();
		}
	}
	private async done(act: string, focus: string): Promise<void> {
		alerts.success(await say(`forum-terms:partner.${act}`));
		await this.show(focus);
	}
	private async list(title: string, strikes: readonly Strike[], desk: StrikeDesk): Promise<HTMLElement | null> {
		const rows = await Promise.all(strikes.map(async (strike) => {
			const row = await strikeRow(strike);
			row.append(...await strikeProof(desk.partner, strike));
			await addActs(row, strike, desk);
			return row;
		}));
		const id = `partner-${title.replace('.', '-')}`;
		return rows.length === 0 ? null : element('section', { class: 'mb-4', 'aria-labelledby': id },
			element('h2', { class: 'fw-semibold fs-5', id }, await say(`forum-terms:partner.${title}`)),
			element('ul', { class: 'list-group' }, ...rows));
	}
	/** Updates the number on the tab. */
	private count(waiting: number): void {
		const badge = document.querySelector('.forum-terms-tabs .active .badge');
		badge?.replaceChildren(String(waiting));
		badge?.classList.toggle('d-none', waiting === 0);
	}
	/** Updates the state in the header; a suspension takes precedence. */
	private stand(stage: string): void {
		const state = document.querySelector<HTMLElement>('[data-role="state"]');
		if (state && state.dataset.state !== 'suspended') {
			const tone = stage === 'good' ? 'success' : stage === 'referral' ? 'danger' : 'warning';
			state.classList.remove('border-success', 'border-warning', 'border-danger');
			state.classList.add(`border-${tone}`);
			void say(`forum-terms:partner.state.${stage}`).then((word) => {
				state.textContent = word;
			});
		}
	}
}

/** Fills the tab with strikes. */
export async function fillStrikes(section: HTMLElement, partner: string): Promise<void> {
	await new StrikeList(section, partner).show();
}
