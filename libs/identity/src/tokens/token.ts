import { createHash, randomBytes } from 'node:crypto';

/** What a secret is for; it stands at its front, so that a leaked one can be told apart. */
export type TokenKind = 'session' | 'key' | 'link' | 'export' | 'attempt' | 'survey';

const PREFIXES: Readonly<Record<TokenKind, string>> = {
  session: 'ahs_',
  key: 'ahk_',
  link: 'ahl_',
  export: 'ahe_',
  attempt: 'aha_',
  survey: 'ahv_',
};

/** A new secret of 256 random bits. Only its hash is ever stored. */
export function newToken(kind: TokenKind): string {
  return tokenFrom(kind, randomBytes(32).toString('base64url'));
}

/** The secret that is made of 256 bits which nobody else can know, in base64url. */
export function tokenFrom(kind: TokenKind, secretBits: string): string {
  return PREFIXES[kind] + secretBits;
}

/** What is stored of a secret. Random secrets need no salt and no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Whether a text has the form of a secret of this kind. */
export function isToken(kind: TokenKind, text: string): boolean {
  return text.startsWith(PREFIXES[kind]) && text.length === PREFIXES[kind].length + 43;
}
