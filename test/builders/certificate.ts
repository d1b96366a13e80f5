import { generateKeyPairSync, sign } from 'node:crypto';

/** One value in DER. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
	const body = Buffer.concat(parts);
	const size = body.length < 128 ? Buffer.from([body.length]) :
		Buffer.from([0x82, Math.floor(body.length / 256), body.length % 256]);
	return Buffer.concat([Buffer.from([tag]), size, body]);
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const number = (value: number) => der(0x02, Buffer.from([value]));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const digitsOf = (time: number) => new Date(time).toISOString().replace(/[-:T]/g, '').slice(2, 14);
const moment = (time: number) => der(0x17, Buffer.from(`${digitsOf(time)}Z`));

/** A key with a certificate that nobody but itself signed, valid today for this name. */
export function selfSigned(name: string): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
	const algorithm = sequence(oid('2a8648ce3d040302'));
	const named = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));
	const names = sequence(oid('551d11'), der(0x04, sequence(der(0x82, Buffer.from(name)))));
	const dayMs = 86_400_000;
	const validity = sequence(moment(Date.now() - dayMs), moment(Date.now() + dayMs));
	const facts = sequence(
		der(0xa0, number(2)), number(1), algorithm, named, validity, named,
		publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(names)),
	);
	const signature = sign('sha256', facts, privateKey);
	const certificate = sequence(facts, algorithm, der(0x03, Buffer.from([0]), signature));
	return {
		key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
		cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
	};
}
