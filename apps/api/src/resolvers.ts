import type { Provider } from '@nestjs/common';
import { AnswerResolver } from './answers/answer.resolver';
import { AnswerWritingResolver } from './answers/answer-writing.resolver';
import { TopicAnswersResolver } from './answers/topic-answers.resolver';
import { CommunitiesResolver } from './communities/communities.resolver';
import { CommunityTopicsResolver } from './topics/community-topics.resolver';
import { TopicListView } from './topics/topic-list.view';
import { TopicResolver } from './topics/topic.resolver';
import { TopicWritingResolver } from './topics/topic-writing.resolver';
import { ViewCounter } from './topics/view-counter';
import { TopicsResolver } from './topics/topics.resolver';

/** All that answers a field of the schema, by noun. */
export const resolvers: Provider[] = [
  AnswerResolver,
  AnswerWritingResolver,
  CommunitiesResolver,
  CommunityTopicsResolver,
  TopicAnswersResolver,
  TopicListView,
  TopicResolver,
  TopicsResolver,
  TopicWritingResolver,
  ViewCounter,
];
