/** One message to one person. Its texts are finished: whoever sends it adds only the sender. */
export interface Mail {
  /** A UUID, the same each time this message is sent: receivers know a second copy by it. */
  readonly id: string;
  readonly to: string;
  /** Written by us, never by users. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
