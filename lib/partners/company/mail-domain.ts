/** Public e-mail providers, whose addresses say nothing about a company. */
const freeMail = new Set([
	'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'ymail.com', 'aol.com',
	'icloud.com', 'me.com', 'mac.com', 'proton.me', 'protonmail.com', 'gmx.com', 'gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch',
	'web.de', 't-online.de', 'freenet.de', 'mail.ru', 'yandex.ru', 'yandex.com', 'qq.com', '163.com', '126.com', 'zoho.com',
	'mail.com', 'orange.fr', 'free.fr', 'laposte.net', 'libero.it', 'tiscali.it', 'virgilio.it', 'wp.pl', 'o2.pl', 'seznam.cz',
	'hey.com', 'fastmail.com', 'tutanota.com', 'tuta.io', 'rediffmail.com', 'naver.com', 'btinternet.com', 'comcast.net',
]);

/** Whether an e-mail domain belongs to a public provider, including its national subdomains. */
export function isFreeMailDomain(domain: string): boolean {
	return freeMail.has(domain) || /^(yahoo|hotmail|outlook|live|gmx)\.([a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$/.test(domain);
}
