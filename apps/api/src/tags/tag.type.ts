import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../common/connection.type';
import { NodeType } from '../common/node.type';
import { FollowableType } from '../follows/followable.type';

/** A word that sorts topics. */
@ObjectType('Tag', { implements: () => [NodeType, FollowableType], description: 'A word that sorts topics.' })
export class TagType {
  @Field(() => String, { description: 'The word, lower case.' })
  name: string;

  @Field(() => String, { description: 'When to use it, plain text; may be empty.' })
  description: string;

  @Field(() => Int, {
    description:
      'How many topics in the lists of all readers carry it; 0 for a synonym, whose topics carry what it stands for.',
  })
  topicCount: number;

  @Field(() => Int, { description: 'How many members follow it.' })
  followerCount: number;

  @Field(() => Int, { description: 'Rises with each edit; an edit names the version it was made on.' })
  version: number;
}

export const TagConnection = connectionOf('Tag', () => TagType);
