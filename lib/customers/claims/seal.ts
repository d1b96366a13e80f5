import { leastSecretLength } from '../../platform/exchange/signed-request';
import { hmacOf, fingerprint } from '../../platform/fingerprint';

/** The stored fingerprint of a key: recognises it, but cannot be reversed. */
export function licenceHash(secret: string, key: string): string {
	return fingerprint(secret, 'licence/v1', [key]);
}

/** The vendor's fingerprint of a key: HMAC-SHA-256 of `licence.` and the key, hex. Empty without a shared secret. */
export function vendorFingerprint(shared: string, key: string): string {
	return shared.length < leastSecretLength ? '' : hmacOf(shared, `licence.${key}`);
}
