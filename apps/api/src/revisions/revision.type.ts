import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Role } from '@app/kernel';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { RoleEnum } from '../members/member.type';

/** What a post said in one version. */
@ObjectType('Revision', { description: 'What a topic, an answer or a comment said in one version.' })
export class RevisionType {
  @Field(() => Int, { description: 'Which version: 1 is what was posted.' })
  version: number;

  @Field(() => RoleEnum, { description: "The editor's role when editing." })
  editorRole: Role;

  @Field(() => String, { nullable: true, description: 'The title; only topics have one.' })
  title: string | null;

  @Field(() => String, { description: 'The text as typed, Markdown.' })
  body: string;

  @Field(() => DateTime, { description: 'When this version was written.' })
  createdAt: Date;
}

export const RevisionConnection = connectionOf('Revision', () => RevisionType);
