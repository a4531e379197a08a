/** The keys of a line of the ledger. */
export const REPUTATION_FIELDS = {
  kind: true,
  externalId: true,
  entry: true,
  at: true,
  actor: true,
  subject: true,
  topic: true,
  post: true,
  products: true,
  tags: true,
  ruleVersion: true,
  refusal: true,
  names: true,
  cause: true,
  note: true,
} as const;
