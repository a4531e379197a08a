/** What a pretrained model says of a history: vectors of length 1, by number. */
export interface PastVectors {
  /** Of the model. */
  readonly name: string;
  /** Of a thread as it was asked. */
  thread(number: number): Float32Array;
  /** Of a thread as far as it is typed when suggestions are shown. */
  typed(number: number): Float32Array;
  /** Of the title of an article. */
  article(number: number): Float32Array;
}
