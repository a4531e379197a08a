import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ArticleState } from '@app/community';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';
import { ArticleStateEnum } from './article.enums';

/** What the company knows about something, written down before anybody asks. */
@ObjectType('Article', {
  implements: () => [NodeType],
  description: 'A knowledge article: what the company knows about something, written down before anybody asks.',
})
export class ArticleType {
  @Field(() => String, { description: 'What its address says, for good: it does not follow the title.' })
  slug: string;

  @Field(() => String, { description: 'The title, plain text.' })
  title: string;

  @Field(() => String, { description: 'One or two sentences of plain text; may be empty.' })
  summary: string;

  @Field(() => String, { description: 'The language, BCP 47.' })
  locale: string;

  @Field(() => ArticleStateEnum, { description: 'Whether readers see it.' })
  state: ArticleState;

  @Field(() => DateTime, { nullable: true, description: 'When somebody should look whether it is still right.' })
  reviewAt: Date | null;

  @Field(() => Int, { description: 'Rises with each edit; an edit names the version it was made on.' })
  version: number;

  @Field(() => DateTime, { nullable: true, description: 'When its text last changed.' })
  editedAt: Date | null;

  @Field(() => DateTime, { description: 'When it was written, as far as that is known.' })
  createdAt: Date;
}

/** How many members have said what. */
@ObjectType('StillRightVotes', {
  description: 'What members have said to whether an article is still right, once each.',
})
export class StillRightVotesType {
  @Field(() => Int, { description: 'So many say that it is.' })
  yes: number;

  @Field(() => Int, { description: 'So many say that it is not right any more.' })
  no: number;
}

export const ArticleConnection = connectionOf('Article', () => ArticleType);
