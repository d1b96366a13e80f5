import { domainToASCII } from 'node:url';
import type { PartnerAccount } from './account';
import { isFreeMailDomain } from './mail-domain';

/**
 * The domain of an address in its DNS form, so that look-alike letters do not match (UTS 46). Empty for invalid
 * addresses and public providers.
 */
export function companyDomain(email: string): string {
	const at = email.lastIndexOf('@');
	const domain = at > 0 ? domainToASCII(email.slice(at + 1).trim().replace(/\.$/, '')) : '';
	return isFreeMailDomain(domain) ? '' : domain;
}

/** The only account that lists the domain; null if there are several. */
export function ownerOfDomain(claiming: readonly PartnerAccount[]): PartnerAccount | null {
	const [first = null] = claiming;
	return claiming.length === 1 ? first : null;
}
