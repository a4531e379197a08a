import { Keyset, type OrderKey } from '@app/database';
import { listKey } from '@app/kernel';
import type { TagRow } from './tag-row';

/** The orders of tag lists, each backed by an index. */
export const TAG_ORDERS = ['MOST_USED', 'NAME'] as const;
export type TagOrder = (typeof TAG_ORDERS)[number];

const KEYS: Readonly<Record<TagOrder, readonly OrderKey<TagRow>[]>> = {
  MOST_USED: [
    { expression: 'g.topic_count', type: 'integer', value: (tag) => tag.topicCount },
    { expression: 'g.id', type: 'uuid', value: (tag) => tag.id },
  ],
  NAME: [{ expression: 'g.name', type: 'text', value: (tag) => tag.name }],
};

/** The paging of one tag list: its cursors serve this order and prefix only. */
export function tagKeyset(order: TagOrder, prefix: string | null): Keyset<TagRow> {
  return new Keyset(listKey(`tags:${order}`, prefix), KEYS[order], order === 'MOST_USED');
}
