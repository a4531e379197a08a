import type { Provider } from '@nestjs/common';
import { AnswerResolver } from './answers/answer.resolver';
import { AnswerWritingResolver } from './answers/answer-writing.resolver';
import { TopicAnswersResolver } from './answers/topic-answers.resolver';
import { CommunitiesResolver } from './communities/communities.resolver';
import { ProductResolver } from './products/product.resolver';
import { TopicProductsResolver } from './products/topic-products.resolver';
import { TagResolver } from './tags/tag.resolver';
import { TopicTagsResolver } from './tags/topic-tags.resolver';
import { CommunityTopicsResolver } from './topics/community-topics.resolver';
import { TopicResolver } from './topics/topic.resolver';
import { TopicListView } from './topics/topic-list.view';
import { TopicWritingResolver } from './topics/topic-writing.resolver';
import { TopicsResolver } from './topics/topics.resolver';
import { ViewCounter } from './topics/view-counter';

/** All that answers a field of the schema, by noun. */
export const resolvers: Provider[] = [
  AnswerResolver,
  AnswerWritingResolver,
  CommunitiesResolver,
  CommunityTopicsResolver,
  ProductResolver,
  TagResolver,
  TopicAnswersResolver,
  TopicListView,
  TopicProductsResolver,
  TopicResolver,
  TopicsResolver,
  TopicTagsResolver,
  TopicWritingResolver,
  ViewCounter,
];
