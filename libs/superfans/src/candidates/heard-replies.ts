import type { Hearing, PastReply } from './past-help';

/** Threads of the same asker that count for the same helper. */
const PER_ASKER = 3;
/** So many known askers are taken for granted, so that whoever has just begun is not told that nobody knows their first asker. */
const BENEFIT = 0.5;

/**
 * The replies of a helper that speak for them. Nobody can tell an asker who was never dealt with by anybody else from an
 * account that the helper made: of those, only as many are heard as is usual for the number of askers who are known, the
 * earliest ones, each with one thread.
 * @param replies oldest first
 */
export function heardReplies(
  replies: readonly PastReply[],
  { unknownPerKnown, unknownGranted }: Hearing,
): readonly PastReply[] {
  const known = new Set(replies.filter(({ askerKnown }) => askerKnown).map(({ askerId }) => askerId));
  const unknownMost = Math.max(unknownGranted, Math.floor(unknownPerKnown * (known.size + BENEFIT)));
  const threads = new Map<string, Set<string>>();
  let unknown = 0;
  return replies.filter(({ askerId, askerKnown, topicId }) => {
    const heard = threads.get(askerId);
    if (!heard) {
      if (!askerKnown && ++unknown > unknownMost) return false;
      threads.set(askerId, new Set([topicId]));
      return true;
    }
    if (heard.has(topicId)) return true;
    if (heard.size >= (askerKnown || unknownMost === Number.POSITIVE_INFINITY ? PER_ASKER : 1)) return false;
    heard.add(topicId);
    return true;
  });
}
