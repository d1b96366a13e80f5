import { domainToASCII } from 'node:url';
import type { PartnerAccount } from './account';
import { isFreeMailDomain } from './mail-domain';

/**
 * The domain of an address as the name system has it: a letter that only looks like another gives another name, so it
 * matches nothing (UTS 46). Empty for what is no address, and for providers at which everybody can have one.
 */
export function companyDomain(email: string): string {
	const at = email.lastIndexOf('@');
	const domain = at > 0 ? domainToASCII(email.slice(at + 1).trim().replace(/\.$/, '')).toLowerCase() : '';
	return isFreeMailDomain(domain) ? '' : domain;
}

/** The one account that names the domain; a domain that two name brings nobody anywhere. */
export function ownerOfDomain(claiming: readonly PartnerAccount[]): PartnerAccount | null {
	const [first = null] = claiming;
	return claiming.length === 1 ? first : null;
}
