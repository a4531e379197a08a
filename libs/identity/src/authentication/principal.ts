/** Who is behind a request: nobody known, a user by a session, or a user by a key. */
export interface Principal {
  readonly kind: 'anonymous' | 'session' | 'key';
  readonly userId: string | null;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly sessionId: string | null;
  readonly keyId: string | null;
  /** What the credential may be used for; a session may be used for all. */
  readonly scopes: readonly ('read' | 'write' | 'admin')[];
  /** The community in whose members' names a key may act. */
  readonly actsInCommunityId: string | null;
}

/** A reader of whom nothing is known. */
export const ANONYMOUS: Principal = {
  kind: 'anonymous',
  userId: null,
  email: null,
  emailVerified: false,
  sessionId: null,
  keyId: null,
  scopes: ['read', 'write', 'admin'],
  actsInCommunityId: null,
};
