/** Why somebody is asked, as figures that a sentence is made of. */
export interface RankReasons {
  /** In how many of the earlier threads that are like the question they answered. */
  readonly similarAnswered: number;
  /** Questions that they were the first to answer or joined, of the last 60 days. */
  readonly answeredLately: number;
  /** How often they answered about the same product. */
  readonly sameProduct: number;
  /** When they last replied anywhere, in milliseconds since 1970. */
  readonly lastReplyAt: number;
}

/** How likely somebody answers a question. Private to the router: no reader may see p, nor an order by it. */
export interface RankedPerson {
  readonly memberId: string;
  /** That they answer it at all, as far as was known when it was asked: 0 to 1. */
  readonly p: number;
  /** That they answer it, given that they are here at this moment: 0 to 1. */
  readonly pHere: number;
  readonly reasons: RankReasons;
}
