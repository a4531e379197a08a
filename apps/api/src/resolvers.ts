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
import { FollowResolver } from './follows/follow.resolver';
import { FollowingResolver } from './follows/following.resolver';
import { MemberFollowResolver } from './follows/member-follow.resolver';
import { MemberFollowsResolver } from './follows/member-follows.resolver';
import { ProductFollowResolver } from './follows/product-follow.resolver';
import { TagFollowResolver } from './follows/tag-follow.resolver';
import { TopicFollowResolver } from './follows/topic-follow.resolver';
import { AnswerMarksResolver } from './marks/answer-marks.resolver';
import { MarkOfficialPayloadResolver } from './marks/mark-official-payload.resolver';
import { MeTooResolver } from './marks/me-too.resolver';
import { OfficialMarkResolver } from './marks/official-mark.resolver';
import { OfficialMarkPeopleResolver } from './marks/official-mark-people.resolver';
import { SolvedMarkResolver } from './marks/solved-mark.resolver';
import { StarResolver } from './marks/star.resolver';
import { TopicMarksResolver } from './marks/topic-marks.resolver';
import { TopicStatusResolver } from './topics/topic-status.resolver';
import { TopicsResolver } from './topics/topics.resolver';
import { ViewCounter } from './topics/view-counter';

/** All that answers a field of the schema, by noun. */
export const resolvers: Provider[] = [
  AnswerMarksResolver,
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
  FollowingResolver,
  FollowResolver,
  MarkOfficialPayloadResolver,
  MemberFollowResolver,
  MemberFollowsResolver,
  MeTooResolver,
  OfficialMarkPeopleResolver,
  OfficialMarkResolver,
  ProductFollowResolver,
  SolvedMarkResolver,
  StarResolver,
  TagFollowResolver,
  TagResolver,
  TopicAnswersResolver,
  TopicFollowResolver,
  TopicListView,
  TopicProductsResolver,
  TopicResolver,
  TopicsResolver,
  TopicMarksResolver,
  TopicStatusResolver,
  TopicTagsResolver,
  TopicWritingResolver,
  ViewCounter,
];
