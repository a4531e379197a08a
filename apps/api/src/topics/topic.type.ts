import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { PostState, Resolution, Resolver, TopicKind, TopicStatus, TopicVisibility } from '@app/community';
import type { Role } from '@app/kernel';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';
import { FollowableType } from '../follows/followable.type';
import { RoleEnum } from '../members/member.type';
import {
  PostStateEnum,
  ResolutionEnum,
  ResolverEnum,
  TopicKindEnum,
  TopicStatusEnum,
  TopicVisibilityEnum,
} from './topic.enums';
import { topicTypeName } from './topic-type-name';

/** What somebody asked, reported, wished for, praised or announced. */
@InterfaceType('Topic', {
  implements: () => [NodeType, FollowableType],
  resolveType: topicTypeName,
  description: 'What somebody asked, reported, wished for, praised or announced.',
})
export abstract class TopicType {
  @Field(() => String, { description: 'Short, public, and for good: what stands in URLs.' })
  code: string;

  @Field(() => String, { description: 'The title in URL form; it follows the title, the code alone finds the topic.' })
  slug: string;

  @Field(() => TopicKindEnum, { description: 'The kind as an enum; the type says the same.' })
  kind: TopicKind;

  @Field(() => TopicStatusEnum, { description: "The state of the company's work on it." })
  status: TopicStatus;

  @Field(() => String, { description: 'The title, plain text. Empty on a tombstone.' })
  title: string;

  @Field(() => String, { description: 'The text as typed, Markdown. Empty on a tombstone.' })
  body: string;

  @Field(() => String, { description: 'The text as safe HTML. Empty on a tombstone.' })
  bodyHtml: string;

  @Field(() => RoleEnum, { description: "The author's role when posting." })
  authorRole: Role;

  @Field(() => String, { description: 'The language, BCP 47.' })
  locale: string;

  @Field(() => String, { nullable: true, description: 'The version of the product it is about.' })
  productVersion: string | null;

  @Field(() => TopicVisibilityEnum, { description: 'Who sees it.' })
  visibility: TopicVisibility;

  @Field(() => PostStateEnum, {
    description: 'What keeps it from being seen; REMOVED and RETRACTED leave a tombstone.',
  })
  state: PostState;

  @Field(() => String, { nullable: true, description: 'Why it was removed or hidden.' })
  stateReason: string | null;

  @Field(() => ResolutionEnum, { description: 'Whether it is solved: derived, the one truth that every figure uses.' })
  resolution: Resolution;

  @Field(() => ResolverEnum, { nullable: true, description: 'Who says that it is solved; null while it is not.' })
  resolvedBy: Resolver | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it has been solved.' })
  resolvedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When another member first answered.' })
  firstAnswerAt: Date | null;

  @Field(() => Int, { description: 'Visible answers.' })
  answerCount: number;

  @Field(() => Int, { description: 'Visible answers and comments.' })
  replyCount: number;

  @Field(() => Int, { description: 'People with the same question, problem or wish; the author counts as one.' })
  meTooCount: number;

  @Field(() => Int, { description: 'People who follow it.' })
  followerCount: number;

  @Field(() => Int, { description: 'How often people looked at it; robots are left out. Follows within a minute.' })
  viewCount: number;

  @Field(() => Int, { description: 'Rises with each edit; an edit names the version it was made on.' })
  version: number;

  @Field(() => DateTime, { nullable: true, description: 'When its text last changed.' })
  editedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it takes no new answers and comments.' })
  closedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was closed.' })
  closedReason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it has been out of lists and search.' })
  archivedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What staff say about the archiving.' })
  archivedNote: string | null;

  @Field(() => DateTime, { description: 'The last answer, comment or start; what lists are ordered by.' })
  lastActivityAt: Date;

  @Field(() => DateTime, { description: 'When it was started.' })
  createdAt: Date;
}

const implement = { implements: () => [TopicType, NodeType, FollowableType] };

@ObjectType('Question', { ...implement, description: 'Somebody wants to know something.' })
export class QuestionType extends TopicType {}

@ObjectType('Problem', { ...implement, description: 'Something does not work.' })
export class ProblemType extends TopicType {}

@ObjectType('Idea', { ...implement, description: 'Something could be better.' })
export class IdeaType extends TopicType {}

@ObjectType('Praise', { ...implement, description: 'Something is good.' })
export class PraiseType extends TopicType {}

@ObjectType('Update', { ...implement, description: 'The company announces something.' })
export class UpdateType extends TopicType {}

export const TopicConnection = connectionOf('Topic', () => TopicType);

/** The type of each kind. */
export const TOPIC_TYPES = {
  QUESTION: QuestionType,
  PROBLEM: ProblemType,
  IDEA: IdeaType,
  PRAISE: PraiseType,
  UPDATE: UpdateType,
} as const;
