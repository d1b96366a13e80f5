/** Fields of a post that say for whom it was written; only the plugin writes them. */
export const attributionFields = {
	partner: 'forumTermsPartner', role: 'forumTermsPartnerRole', owners: 'forumTermsPartnerOwners',
} as const;
