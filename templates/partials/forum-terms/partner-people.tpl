<!-- Who belongs to the account: filled by static/client/partner-people.ts. -->
