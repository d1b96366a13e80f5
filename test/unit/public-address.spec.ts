import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hostIn, httpsUrl, isPublicAddress, isPublicHost } from '../../lib/platform/exchange/public-address';

const leads = (text: string) => {
	const url = httpsUrl(text);
	return url === null ? 'nowhere' : isPublicHost(hostIn(url)) ? 'outside' : 'inside';
};

/** First and last address of what is not public, as numbers. */
const privateRanges = [
	['0.0.0.0', '0.255.255.255'], ['10.0.0.0', '10.255.255.255'], ['100.64.0.0', '100.127.255.255'],
	['127.0.0.0', '127.255.255.255'], ['169.254.0.0', '169.254.255.255'], ['172.16.0.0', '172.31.255.255'],
	['192.0.0.0', '192.0.0.255'], ['192.0.2.0', '192.0.2.255'], ['192.88.99.0', '192.88.99.255'],
	['192.168.0.0', '192.168.255.255'], ['198.18.0.0', '198.19.255.255'], ['198.51.100.0', '198.51.100.255'],
	['203.0.113.0', '203.0.113.255'], ['224.0.0.0', '255.255.255.255'],
] as const;
const numberOf = (address: string) => address.split('.').reduce((sum, part) => (sum * 256) + Number(part), 0);
const partsOf = (value: number) => [24, 16, 8, 0].map(shift => Math.floor(value / (2 ** shift)) % 256);
const dotted = (value: number) => partsOf(value).join('.');
const bounds = privateRanges.map(([first, last]) => [numberOf(first), numberOf(last)] as const);
const isInside = (value: number) => bounds.some(([first, last]) => value >= first && value <= last);

const privateNumber = fc.constantFrom(...bounds).chain(([min, max]) => fc.integer({ min, max }));
const anyNumber = fc.integer({ min: 0, max: (2 ** 32) - 1 });
const atEdge = fc.constantFrom(...bounds.flatMap(([first, last]) => [first - 1, first, last, last + 1]))
	.filter(value => value >= 0 && value < 2 ** 32);

const wide = (text: string) => text.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
/** How a browser lets somebody write one and the same IPv4 address. */
const spellings: readonly ((value: number) => string)[] = [
	dotted,
	value => String(value),
	value => `0x${value.toString(16)}`,
	value => `0${value.toString(8)}`,
	value => partsOf(value).map(part => `0x${part.toString(16)}`).join('.'),
	value => partsOf(value).map(part => `0${part.toString(8)}`).join('.'),
	value => partsOf(value).map(part => `000${part.toString(8)}`).join('.'),
	(value) => {
		const [a = 0, ...rest] = partsOf(value);
		return `${a}.${rest.reduce((sum, part) => (sum * 256) + part, 0)}`;
	},
	(value) => {
		const [a = 0, b = 0, c = 0, d = 0] = partsOf(value);
		return `0X${a.toString(16)}.${b}.0${((c * 256) + d).toString(8)}`;
	},
	value => `${dotted(value)}.`,
	value => wide(dotted(value)),
	value => dotted(value).replaceAll('.', '\u3002'),
	value => [...dotted(value)].map(sign => (sign === '.' ? sign : `%3${sign}`)).join(''),
	value => dotted(value).replace('.', '\t.\n'),
];
/** An IPv6 address that contains the IPv4 address. */
const wrappings: readonly ((value: number) => string)[] = [
	value => `::ffff:${dotted(value)}`, value => `::${dotted(value)}`, value => `64:ff9b::${dotted(value)}`,
	value => `64:ff9b:1::${dotted(value)}`, value => `::ffff:0:${dotted(value)}`, value => `0:0:0:0:0:FFFF:${dotted(value)}`,
	value => `2002:${value.toString(16).padStart(8, '0').replace(/(....)$/, ':$1')}::1`,
	value => `2001:0:${value.toString(16).padStart(8, '0').replace(/(....)$/, ':$1')}::1`,
];

describe('a public address', () => {
	it('is every IPv4 address outside the special ranges, and none inside, at every edge', () => {
		fc.assert(fc.property(fc.oneof(privateNumber, anyNumber, atEdge), (value) => {
			assert.equal(isPublicAddress(dotted(value)), !isInside(value), dotted(value));
		}), { numRuns: 3000 });
	});

	it('is recognised however a URL spells it: decimal, octal, hexadecimal, short, with a trailing dot, full-width, encoded', () => {
		fc.assert(fc.property(fc.oneof(privateNumber, anyNumber), fc.constantFrom(...spellings), (value, spell) => {
			const text = `https://${spell(value)}/hook`;
			assert.equal(leads(text), isInside(value) ? 'inside' : 'outside', text);
		}), { numRuns: 3000 });
	});

	it('is no IPv6 address that carries an IPv4 one, whichever', () => {
		fc.assert(fc.property(fc.oneof(privateNumber, anyNumber), fc.constantFrom(...wrappings), (value, wrap) => {
			assert.equal(isPublicAddress(wrap(value)), false, wrap(value));
			assert.equal(leads(`https://[${wrap(value)}]/`), 'inside', wrap(value));
		}), { numRuns: 1000 });
	});

	it('is no IPv6 address outside 2000::/3: loopback, unique-local, link-local, multicast, whatever follows', () => {
		const group = fc.integer({ min: 0, max: 0xffff });
		fc.assert(fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
			const [first = 0, second = 0] = groups;
			const isGlobal = first >= 0x2000 && first <= 0x3fff;
			const isSpecial = (first === 0x2001 && (second < 0x200 || second === 0xdb8)) || first === 0x2002 ||
				(first === 0x3fff && second < 0x1000);
			const address = groups.map(part => part.toString(16)).join(':');
			assert.equal(isPublicAddress(address), isGlobal && !isSpecial, address);
		}), { numRuns: 3000 });
		const inside = [
			'::', '::1', '0:0:0:0:0:0:0:1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '100::1',
			'2001:db8::1', '2001::1', '2002:7f00:1::', '3fff::1', '5f00::1', '2606:4700::1111%eth0',
		];
		assert.deepEqual(inside.filter(isPublicAddress), []);
		assert.deepEqual(['2606:4700::1111', '2a00:1450:4001::1', '2001:4860:4860::8888'].filter(isPublicAddress).length, 3);
	});

	it('is no text that is no address', () => {
		fc.assert(fc.property(fc.string(), text => assert.equal(/^[\d.:a-f]+$/i.test(text) || !isPublicAddress(text), true)));
		assert.deepEqual(['', '1.2.3', '1.2.3.4.5', '1.2.3.4 ', '1.2.3.256', '[::1]', '8.8.8.8/8'].filter(isPublicAddress), []);
	});
});

describe('a name of the public internet', () => {
	it('has a dot and no ending that only a private network knows, in any case and with any dots behind', () => {
		const inside = [
			'localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'nas.local', 'nas.LOCAL.', 'metadata.google.internal',
			'metadata.google.internal.', 'db.internal..', 'printer', 'printer.', 'x.home.arpa', 'x.lan', 'x.corp', 'x.home',
			'localhost.localdomain', '\uff4cocalhost', 'nas\u3002local', 'n\u00adas.local', 'nas.loc%61l',
		];
		for (const name of inside) {
			assert.notEqual(leads(`https://${name}/`), 'outside', name);
		}
		for (const name of ['partner.example', 'internal.example', 'local.example.org', 'hooks.example.org.', 'mylocal.org']) {
			assert.equal(leads(`https://${name}/hook?a=b`), 'outside', name);
		}
	});

	it('stands in an HTTPS address without user and password', () => {
		const nowhere = [
			'', 'partner.example', 'http://partner.example/', 'http://localhost/', 'ftp://partner.example/', 'file:///etc/passwd',
			'https://', 'https://user@partner.example/', 'https://user:word@partner.example/', 'https://:word@partner.example/',
			'javascript:alert(1)', 'https:///', '//partner.example/', 'https://[::1', 'https://partner.example:99999/',
		];
		assert.deepEqual(nowhere.filter(text => leads(text) !== 'nowhere' && leads(text) !== 'inside'), []);
		assert.equal(httpsUrl('http://partner.example/'), null);
		assert.equal(httpsUrl('https://user@partner.example/'), null);
	});
});
