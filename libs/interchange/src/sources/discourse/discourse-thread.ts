import type { DiscoursePost } from './discourse-post';

/** How the posts of one topic that are taken over hang together. */
export class DiscourseThread {
  private readonly byNumber: ReadonlyMap<number, DiscoursePost>;

  /** @param accepted the numbers of the accepted ones that the topic tells; posts may tell it themselves */
  constructor(
    posts: readonly DiscoursePost[],
    private readonly accepted: ReadonlySet<number>,
  ) {
    this.byNumber = new Map(posts.map((post) => [post.number, post]));
  }

  isAccepted(post: DiscoursePost): boolean {
    return post.accepted || this.accepted.has(post.number);
  }

  /**
   * The answer under which a reply to another reply stands as a comment; null where it is an answer itself: it replies
   * to the topic, or to a post that was not taken over, or it was accepted.
   */
  answerAbove(post: DiscoursePost): DiscoursePost | null {
    let above: DiscoursePost | null = null;
    // A reply is younger than what it replies to: whoever says otherwise shall not send us round in circles.
    for (let next = this.target(post); next; next = this.target(next)) above = next;
    return above;
  }

  private target(post: DiscoursePost): DiscoursePost | null {
    if (this.isAccepted(post) || post.replyTo === null) return null;
    if (post.replyTo <= 1 || post.replyTo >= post.number) return null;
    return this.byNumber.get(post.replyTo) ?? null;
  }
}
