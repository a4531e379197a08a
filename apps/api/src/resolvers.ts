import type { Provider } from '@nestjs/common';
import { AnswerResolver } from './answers/answer.resolver';
import { AnswerWritingResolver } from './answers/answer-writing.resolver';
import { TopicAnswersResolver } from './answers/topic-answers.resolver';
import { CommunitiesResolver } from './communities/communities.resolver';
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
import { ProductResolver } from './products/product.resolver';
import { TopicProductsResolver } from './products/topic-products.resolver';
import { TagResolver } from './tags/tag.resolver';
import { TopicTagsResolver } from './tags/topic-tags.resolver';
import { FlagResolver } from './moderation/flag.resolver';
import { ModerationItemResolver } from './moderation/moderation-item.resolver';
import { ModerationResolver } from './moderation/moderation.resolver';
import { CommunityTopicsResolver } from './topics/community-topics.resolver';
import { TopicResolver } from './topics/topic.resolver';
import { TopicListView } from './topics/topic-list.view';
import { TopicStatusResolver } from './topics/topic-status.resolver';
import { TopicWritingResolver } from './topics/topic-writing.resolver';
import { TopicsResolver } from './topics/topics.resolver';
import { ViewCounter } from './topics/view-counter';

/** All that answers a field of the schema, by noun. */
export const resolvers: Provider[] = [
  AnswerMarksResolver,
  AnswerResolver,
  AnswerWritingResolver,
  CommunitiesResolver,
  FlagResolver,
  ModerationItemResolver,
  ModerationResolver,
  CommunityTopicsResolver,
  FollowingResolver,
  FollowResolver,
  MarkOfficialPayloadResolver,
  MemberFollowResolver,
  MemberFollowsResolver,
  MeTooResolver,
  OfficialMarkPeopleResolver,
  OfficialMarkResolver,
  ProductFollowResolver,
  ProductResolver,
  SolvedMarkResolver,
  StarResolver,
  TagFollowResolver,
  TagResolver,
  TopicAnswersResolver,
  TopicFollowResolver,
  TopicListView,
  TopicMarksResolver,
  TopicProductsResolver,
  TopicResolver,
  TopicsResolver,
  TopicStatusResolver,
  TopicTagsResolver,
  TopicWritingResolver,
  ViewCounter,
];
