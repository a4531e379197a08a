/** What a key may be used for: to read, to write as a member does, to administer. None includes another, and all keys read. */
export const KEY_SCOPES = ['read', 'write', 'admin'] as const;

/** One thing that a key may be used for. A session may be used for all. */
export type KeyScope = (typeof KEY_SCOPES)[number];
