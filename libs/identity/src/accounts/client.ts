/** What a request says of the program behind it. */
export interface Client {
  readonly ip: string;
  readonly userAgent: string | null;
}
