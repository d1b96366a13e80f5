// A classic script in the head, so that no page is drawn in the other theme first.
(() => {
	const key = 'sandbox:theme';
	const root = document.documentElement;
	const isDark = matchMedia('(prefers-color-scheme: dark)');
	const show = () => {
		root.dataset.bsTheme = localStorage.getItem(key) ?? (isDark.matches ? 'dark' : 'light');
	};
	show();
	isDark.addEventListener('change', show);
	document.addEventListener('click', (event) => {
		if (event.target instanceof Element && event.target.closest('[data-theme-switch]')) {
			localStorage.setItem(key, root.dataset.bsTheme === 'dark' ? 'light' : 'dark');
			show();
		}
	});
})();
