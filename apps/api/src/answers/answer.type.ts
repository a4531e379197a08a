import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PostState } from '@app/community';
import type { Role } from '@app/kernel';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';
import { RoleEnum } from '../members/member.type';
import { PostStateEnum } from '../topics/topic.enums';

/** A reply that answers a topic. */
@ObjectType('Answer', { implements: () => [NodeType], description: 'A reply that answers a topic.' })
export class AnswerType {
  @Field(() => String, { description: 'The text as typed, Markdown.' })
  body: string;

  @Field(() => String, { description: 'The text as safe HTML.' })
  bodyHtml: string;

  @Field(() => RoleEnum, { description: "The author's role when posting." })
  authorRole: Role;

  @Field(() => Boolean, {
    name: 'isFollowUp',
    description: "Written by the topic's own author: it never makes the topic answered.",
  })
  followUp: boolean;

  @Field(() => Boolean, {
    name: 'isOfficial',
    description: 'A representative says that this is what the company says.',
  })
  official: boolean;

  @Field(() => Boolean, { name: 'isSolution', description: 'The asker says that this solved it.' })
  solved: boolean;

  @Field(() => PostStateEnum, { description: 'What keeps it from being seen.' })
  state: PostState;

  @Field(() => String, { nullable: true, description: 'Why it was removed or hidden.' })
  stateReason: string | null;

  @Field(() => Int, { description: 'How many members starred it.' })
  starCount: number;

  @Field(() => Int, { description: 'Visible comments on it.' })
  commentCount: number;

  @Field(() => Int, { description: 'Rises with each edit; an edit names the version it was made on.' })
  version: number;

  @Field(() => DateTime, { nullable: true, description: 'When its text last changed.' })
  editedAt: Date | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt: Date;
}

export const AnswerConnection = connectionOf('Answer', () => AnswerType);
