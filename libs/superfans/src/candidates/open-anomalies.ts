/** Asked what leads have to look at in a community, and what they have said of it. */
export abstract class OpenAnomalies {
  /** The accounts that stand in open or reversed anomalies: their questions and thanks speak for nobody. */
  abstract accounts(communityId: string): Promise<ReadonlySet<string>>;

  /** Members of whose askers a lead has said that they are as they should be, and how many of them were unknown then. */
  abstract lookedAt(communityId: string): Promise<ReadonlyMap<string, number>>;
}
