/** Why somebody is asked, as figures that a sentence is made of. */
export interface RankReasons {
  /** In how many of the earlier threads that are like the question they answered. */
  readonly similarAnswered: number;
  /** How many questions of others they answered of late: those of two months ago count a third. */
  readonly answeredLately: number;
  /** How often they answered about the same product. */
  readonly sameProduct: number;
  /** When they last replied anywhere, in milliseconds since 1970. */
  readonly lastReplyAt: number;
}

/** How likely somebody answers a question. Private to the router: no reader may see p, nor an order by it. */
export interface RankedPerson {
  readonly memberId: string;
  /** 0 to 1. */
  readonly p: number;
  readonly reasons: RankReasons;
}
