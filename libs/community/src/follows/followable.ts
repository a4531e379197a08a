import type { Follow } from './follow.entity';

/** The things that a member can follow. */
export const FOLLOWABLES = ['Topic', 'Tag', 'Product', 'Member'] as const;
export type Followable = (typeof FOLLOWABLES)[number];

/** One thing that can be followed. */
export interface FollowableRef {
  readonly thing: Followable;
  readonly id: string;
}

/** The table of each thing, and the column of follows that names it. */
export const FOLLOWABLE_COLUMNS = {
  Topic: { table: 'topics', column: 'topic_id' },
  Tag: { table: 'tags', column: 'tag_id' },
  Product: { table: 'products', column: 'product_id' },
  Member: { table: 'members', column: 'person_id' },
} as const satisfies Record<Followable, { table: string; column: string }>;

/** What a follow is of. */
export function followedBy({ topicId, tagId, productId, personId }: Follow): FollowableRef {
  if (topicId) return { thing: 'Topic', id: topicId };
  if (tagId) return { thing: 'Tag', id: tagId };
  if (productId) return { thing: 'Product', id: productId };
  if (personId) return { thing: 'Member', id: personId };
  throw new TypeError('A follow is of one thing.');
}
