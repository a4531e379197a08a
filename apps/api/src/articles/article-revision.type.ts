import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';

/** What an article said in one version. */
@ObjectType('ArticleRevision', { description: 'What an article said in one version.' })
export class ArticleRevisionType {
  @Field(() => Int, { description: 'Which version.' })
  version: number;

  @Field(() => String, { description: 'The title.' })
  title: string;

  @Field(() => String, { description: 'The summary.' })
  summary: string;

  @Field(() => String, { description: 'The text as typed, Markdown.' })
  body: string;

  @Field(() => DateTime, { description: 'When this version was written.' })
  createdAt: Date;
}

export const ArticleRevisionConnection = connectionOf('ArticleRevision', () => ArticleRevisionType);
