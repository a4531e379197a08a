import type { KeyScope } from '../api-keys/key-scope';

/** Who is behind a request: nobody known, a user by a session, or a user by a key. */
export interface Principal {
  readonly kind: 'anonymous' | 'session' | 'key';
  readonly userId: string | null;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly sessionId: string | null;
  /** The session is known to be used by somebody who works for a company. */
  readonly staff: boolean;
  readonly keyId: string | null;
  /** What the credential may be used for; a session may be used for all. */
  readonly scopes: readonly KeyScope[];
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
  staff: false,
  keyId: null,
  scopes: ['read', 'write', 'admin'],
  actsInCommunityId: null,
};
