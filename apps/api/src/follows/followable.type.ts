import { Field, Int, InterfaceType } from '@nestjs/graphql';
import type { FollowableRow } from '@app/community';
import { NodeType } from '../common/node.type';
import { topicTypeName } from '../topics/topic-type-name';

function typeNameOf(row: FollowableRow): string {
  if ('kind' in row) return topicTypeName(row);
  if ('handle' in row) return 'Member';
  return 'slug' in row ? 'Product' : 'Tag';
}

/** What can be followed: topics, tags, products, members. */
@InterfaceType('Followable', {
  implements: () => [NodeType],
  resolveType: typeNameOf,
  description: 'What can be followed: topics, tags, products, members.',
})
export abstract class FollowableType {
  @Field(() => Int, { description: 'How many members follow it.' })
  followerCount: number;

  @Field(() => Boolean, { description: 'Whether the viewer follows it.' })
  viewerFollows: boolean;
}
