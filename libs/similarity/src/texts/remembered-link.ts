import type { FollowedLink } from '../links/reply-links.reader';
import type { RememberedLink } from '../serving/remembered';

/** Names a link for good. */
export function linkKey({ fromTopicId, sourceId, targetId }: FollowedLink): string {
  return `${fromTopicId} ${sourceId} ${targetId}`;
}

/** A link as memory keeps it. */
export function rememberedLink(link: FollowedLink): RememberedLink {
  const { fromTopicId, targetKind, targetId, at, duplicate } = link;
  return { key: linkKey(link), from: fromTopicId, kind: targetKind, to: targetId, at: at.getTime(), duplicate };
}
