import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PostState } from '@app/community';
import type { Role } from '@app/kernel';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';
import { RoleEnum } from '../members/member.type';
import { PostStateEnum } from '../topics/topic.enums';

/** A remark on a topic, or on one of its answers. */
@ObjectType('Comment', {
  implements: () => [NodeType],
  description: 'A remark on a topic, or on one of its answers. Comments have no comments.',
})
export class CommentType {
  @Field(() => String, { description: 'The text as typed, Markdown.' })
  body: string;

  @Field(() => String, { description: 'The text as safe HTML.' })
  bodyHtml: string;

  @Field(() => RoleEnum, { description: "The author's role when posting." })
  authorRole: Role;

  @Field(() => PostStateEnum, { description: 'What keeps it from being seen.' })
  state: PostState;

  @Field(() => String, { nullable: true, description: 'Why it was removed or hidden.' })
  stateReason: string | null;

  @Field(() => Int, { description: 'Rises with each edit; an edit names the version it was made on.' })
  version: number;

  @Field(() => DateTime, { nullable: true, description: 'When its text last changed.' })
  editedAt: Date | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt: Date;
}

export const CommentConnection = connectionOf('Comment', () => CommentType);
