/** Asked for the accounts of a community that stand in open anomalies: their questions and thanks speak for nobody. */
export abstract class OpenAnomalies {
  abstract accounts(communityId: string): Promise<ReadonlySet<string>>;
}
