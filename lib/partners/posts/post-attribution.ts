/** Post fields with its attribution; only the plugin writes them. */
export const attributionFields = { partner: 'forumTermsPartner', role: 'forumTermsPartnerRole' } as const;
