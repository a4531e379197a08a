/** How the source of a vendor is read. */
export interface SourceOptions {
  /** Names the source, where a community has several of one vendor. */
  readonly origin?: string;
  /** Where the old community was, `https://forum.example.com`: links and images that name no host lead there. */
  readonly site?: string;
}
