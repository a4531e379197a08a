/** A user as they see themselves. */
export interface IdentifiedUser {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
}
