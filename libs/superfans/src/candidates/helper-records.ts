import { askersMet, KnownAskers, unknownPerKnown, type AskersMet } from './known-askers';
import type { CountedThanks, HelperRecord, PastPost, PastReply, PastThread, Presence, Thanks } from './past-help';

/** What else than the threads themselves says who helped. */
export interface OtherEvidence {
  /** Stars, "this solved it" and official marks that count. */
  readonly thanks: readonly CountedThanks[];
  /** Members whose questions and thanks speak for nobody. */
  readonly ignored: ReadonlySet<string>;
  /** Members whom the company can vouch for: askers with whom none of them ever dealt speak for few. Without any, all do. */
  readonly witnesses?: ReadonlySet<string>;
  /** Helpers at whose askers a lead has looked, and how many of these were unknown: up to twice as many are heard. */
  readonly lookedAt?: ReadonlyMap<string, number>;
}

interface Growing {
  readonly memberId: string;
  readonly replies: PastReply[];
  readonly presence: Presence[];
  /** Askers whom no import brought, and whether they are known. */
  readonly met: Map<string, boolean>;
}

export const NO_OTHER_EVIDENCE: OtherEvidence = { thanks: [], ignored: new Set() };

/** What is known of each helper out of the threads of a community. */
export function helperRecords(threads: readonly PastThread[], evidence = NO_OTHER_EVIDENCE): Map<string, HelperRecord> {
  const growing = new Map<string, Growing>();
  const of = (memberId: string): Growing => {
    let record = growing.get(memberId);
    if (!record) growing.set(memberId, (record = { memberId, replies: [], presence: [], met: new Map() }));
    return record;
  };
  const confirmed = byPost(evidence);
  const known = new KnownAskers(threads, evidence.thanks, evidence.witnesses ?? new Set());
  for (const thread of threads) {
    const { id: topicId, askerId, askedAt, imported } = thread;
    if (evidence.ignored.has(askerId)) continue;
    of(askerId).presence.push({ at: askedAt, topicId });
    for (const { authorId, at } of thread.posts) of(authorId).presence.push({ at, topicId });
    for (const { authorId, reply } of repliesIn(thread, confirmed, known)) {
      const helper = of(authorId);
      helper.replies.push(reply);
      if (!imported) helper.met.set(askerId, reply.askerKnown);
    }
  }
  return recordsOf(
    [...growing.values()].filter(({ replies }) => replies.length > 0),
    evidence,
  );
}

function recordsOf(helpers: readonly Growing[], { witnesses, lookedAt }: OtherEvidence): Map<string, HelperRecord> {
  const met = helpers.map((helper): AskersMet => {
    const known = [...helper.met.values()].filter(Boolean).length;
    return { known, unknown: helper.met.size - known };
  });
  const all = askersMet(met);
  return new Map(
    helpers.map(({ memberId, replies, presence }, place) => {
      replies.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      presence.sort((a, b) => a.at - b.at);
      const limit = witnesses?.has(memberId) ? Number.POSITIVE_INFINITY : unknownPerKnown(met[place]!, all);
      const unknownGranted = 2 * (lookedAt?.get(memberId) ?? 0);
      return [memberId, { memberId, replies, presence, unknownPerKnown: limit, unknownGranted }];
    }),
  );
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
  known: KnownAskers,
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
    const askerKnown = known.has(thread, authorId);
    return [{ authorId, reply: { id, topicId, askerId, askedAt, askerKnown, at, others, words, thanks } }];
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
