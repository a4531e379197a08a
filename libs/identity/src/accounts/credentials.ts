/** What somebody types to log in or to register. */
export interface Credentials {
  /** Normalised. */
  readonly email: string;
  readonly password: string;
}
