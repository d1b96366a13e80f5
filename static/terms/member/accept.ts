/** Checks the box before the form is sent; without script the server does. */
export function init(): void {
	const form = document.querySelector<HTMLFormElement>('form[data-role="accept"]');
	const box = form?.querySelector<HTMLInputElement>('#forum-terms-agree');
	const problem = document.querySelector<HTMLElement>('[data-role="problem"]');
	form?.addEventListener('submit', (event) => {
		const decision = (event.submitter as HTMLButtonElement | null)?.value;
		if (decision !== 'accept' || box?.checked) {
			return;
		}
		event.preventDefault();
		problem?.classList.remove('d-none');
		problem?.focus();
		box?.setAttribute('aria-invalid', 'true');
	});
	box?.addEventListener('change', () => {
		problem?.classList.toggle('d-none', box.checked);
		box.removeAttribute('aria-invalid');
	});
	if (problem && !problem.classList.contains('d-none')) {
		problem.focus();
	}
}
