/** How to reach one database: as the role that owns it, and as the restricted role that serves requests. */
export interface DatabaseUrls {
  /** The owning role: migrates, runs the job queue, loads in bulk. */
  readonly ownerUrl: string;
  /**
   * The role that owns nothing and is held by row-level security. Null: the owner logs in and takes on
   * the role {@link DEFAULT_APP_ROLE} at the start of each connection.
   */
  readonly appUrl: string | null;
}

/** The restricted role where no separate login is configured. */
export const DEFAULT_APP_ROLE = 'answerhood_app';

/** The name of the restricted role. */
export function appRole(urls: DatabaseUrls): string {
  return urls.appUrl ? decodeURIComponent(new URL(urls.appUrl).username) : DEFAULT_APP_ROLE;
}

/** What a connection of the restricted role is opened with. */
export function appConnection(urls: DatabaseUrls): { connectionString: string; options?: string } {
  return urls.appUrl
    ? { connectionString: urls.appUrl }
    : { connectionString: urls.ownerUrl, options: `-c role=${DEFAULT_APP_ROLE}` };
}
