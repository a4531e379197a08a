import type { CountedThanks, HelperRecord, PastPost, PastReply, PastThread, Thanks } from './past-help';

/** What else than the threads themselves says who helped. */
export interface OtherEvidence {
  /** Stars, "this solved it" and official marks that count. */
  readonly thanks: readonly CountedThanks[];
  /** Members whose questions and thanks speak for nobody. */
  readonly ignored: ReadonlySet<string>;
}

interface Growing {
  readonly memberId: string;
  readonly replies: PastReply[];
  readonly presence: number[];
}

export const NO_OTHER_EVIDENCE: OtherEvidence = { thanks: [], ignored: new Set() };

/** What is known of each helper out of the threads of a community. */
export function helperRecords(threads: Iterable<PastThread>, evidence = NO_OTHER_EVIDENCE): Map<string, HelperRecord> {
  const growing = new Map<string, Growing>();
  const of = (memberId: string): Growing => {
    let record = growing.get(memberId);
    if (!record) growing.set(memberId, (record = { memberId, replies: [], presence: [] }));
    return record;
  };
  const confirmed = byPost(evidence);
  for (const thread of threads) {
    if (evidence.ignored.has(thread.askerId)) continue;
    of(thread.askerId).presence.push(thread.askedAt);
    for (const { authorId, at } of thread.posts) of(authorId).presence.push(at);
    for (const reply of repliesIn(thread, confirmed)) of(reply.authorId).replies.push(reply.reply);
  }
  const records = new Map<string, HelperRecord>();
  for (const record of growing.values()) {
    if (record.replies.length === 0) continue;
    record.replies.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    record.presence.sort((a, b) => a - b);
    records.set(record.memberId, record);
  }
  return records;
}

function byPost({ thanks, ignored }: OtherEvidence): Map<string, Thanks[]> {
  const confirmed = new Map<string, Thanks[]>();
  for (const { postId, byId, at } of thanks) {
    if (ignored.has(byId)) continue;
    const known = confirmed.get(postId);
    if (known) known.push({ byId, at });
    else confirmed.set(postId, [{ byId, at }]);
  }
  return confirmed;
}

function repliesIn(
  thread: PastThread,
  confirmed: ReadonlyMap<string, readonly Thanks[]>,
): { authorId: string; reply: PastReply }[] {
  const { id: topicId, askerId, askedAt, posts } = thread;
  const before = new Set<string>();
  return posts.flatMap((post, place) => {
    if (!post.answer) return [];
    const others = before.size - (before.has(post.authorId) ? 1 : 0);
    before.add(post.authorId);
    const { id, at, authorId, words } = post;
    // A mark that is as old as its answer was dated by it: nobody knows when it was given.
    const marks = (confirmed.get(id) ?? []).filter((mark) => mark.at > at);
    const said = thanksSaid(thread, place);
    const thanks = said === null ? marks : [...marks, { byId: askerId, at: said }];
    return [{ authorId, reply: { id, topicId, askerId, askedAt, at, others, words, thanks } }];
  });
}

/** When the asker said thanks in their next post, nobody else having answered in between. */
function thanksSaid({ askerId, posts }: PastThread, place: number): number | null {
  const answered = posts[place]!.at;
  const next = posts.findIndex((post, at) => at > place && post.at > answered && post.authorId === askerId);
  if (next < 0 || !posts[next]!.words.thanks) return null;
  const between = posts.slice(place + 1, next).some((post: PastPost) => post.answer && post.at > answered);
  return between ? null : posts[next]!.at;
}
