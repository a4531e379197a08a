import type { Provider } from '@nestjs/common';
import { AnswerWritingResolver } from './answers/answer-writing.resolver';
import { AnswerResolver } from './answers/answer.resolver';
import { TopicAnswersResolver } from './answers/topic-answers.resolver';
import { CommunitiesResolver } from './communities/communities.resolver';
import { CommunityAdminResolver } from './communities/community-admin.resolver';
import { CommunityMembersResolver } from './members/community-members.resolver';
import { MemberAdminResolver } from './members/member-admin.resolver';
import { MemberSuspendingResolver } from './members/member-suspending.resolver';
import { MemberResolver } from './members/member.resolver';
import { ProfileResolver } from './members/profile.resolver';
import { NodeFinder } from './nodes/node-finder';
import { NodesResolver } from './nodes/nodes.resolver';
import { CommunityProductsResolver } from './products/community-products.resolver';
import { ProductAdminResolver } from './products/product-admin.resolver';
import { ProductResolver } from './products/product.resolver';
import { TopicProductsResolver } from './products/topic-products.resolver';
import { CommunityTagsResolver } from './tags/community-tags.resolver';
import { TagCuratingResolver } from './tags/tag-curating.resolver';
import { TagResolver } from './tags/tag.resolver';
import { TopicTagsResolver } from './tags/topic-tags.resolver';
import { CommunityTopicsResolver } from './topics/community-topics.resolver';
import { TopicListView } from './topics/topic-list.view';
import { TopicWritingResolver } from './topics/topic-writing.resolver';
import { TopicResolver } from './topics/topic.resolver';
import { TopicsResolver } from './topics/topics.resolver';
import { ViewCounter } from './topics/view-counter';

/** All that answers a field of the schema, by noun. */
export const resolvers: Provider[] = [
  AnswerResolver,
  AnswerWritingResolver,
  CommunitiesResolver,
  CommunityAdminResolver,
  CommunityMembersResolver,
  CommunityProductsResolver,
  CommunityTagsResolver,
  CommunityTopicsResolver,
  MemberAdminResolver,
  MemberResolver,
  MemberSuspendingResolver,
  NodeFinder,
  NodesResolver,
  ProductAdminResolver,
  ProductResolver,
  ProfileResolver,
  TagCuratingResolver,
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
