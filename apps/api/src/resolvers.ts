import type { Provider } from '@nestjs/common';
import { AnswerRetractingResolver } from './answers/answer-retracting.resolver';
import { AnswerWritingResolver } from './answers/answer-writing.resolver';
import { AnswerResolver } from './answers/answer.resolver';
import { TopicAnswersResolver } from './answers/topic-answers.resolver';
import { ArticleCareResolver } from './articles/article-care.resolver';
import { ArticleRevisionResolver } from './articles/article-revision.resolver';
import { ArticleRevisionsResolver } from './articles/article-revisions.resolver';
import { ArticleWritingResolver } from './articles/article-writing.resolver';
import { ArticleResolver } from './articles/article.resolver';
import { ArticlesResolver } from './articles/articles.resolver';
import { CommunityArticlesResolver } from './articles/community-articles.resolver';
import { AnswerCommentsResolver } from './comments/answer-comments.resolver';
import { CommentRetractingResolver } from './comments/comment-retracting.resolver';
import { CommentWritingResolver } from './comments/comment-writing.resolver';
import { CommentResolver } from './comments/comment.resolver';
import { TopicCommentsResolver } from './comments/topic-comments.resolver';
import { AskedPeopleResolver } from './asks/asked-people.resolver';
import { AskedPersonResolver } from './asks/asked-person.resolver';
import { AsksResolver } from './asks/asks.resolver';
import { EscalationsResolver } from './asks/escalations.resolver';
import { RoutingPreferencesResolver } from './asks/routing-preferences.resolver';
import { TopicAskResolver } from './asks/topic-ask.resolver';
import { AskAttemptResolver } from './attempts/ask-attempt.resolver';
import { AskAttemptsResolver } from './attempts/ask-attempts.resolver';
import { CommunitySuggestionsResolver } from './deflection/community-suggestions.resolver';
import { AnomalyConfirmationResolver } from './reputation/anomaly-confirmation.resolver';
import { AnomalyResolver } from './reputation/anomaly.resolver';
import { DisputeLineResolver } from './reputation/dispute-line.resolver';
import { DisputeResolver } from './reputation/dispute.resolver';
import { CarrierResolver } from './superfans/carrier.resolver';
import { MemberBadgesResolver } from './superfans/member-badges.resolver';
import { RecognitionResolver } from './superfans/recognition.resolver';
import { SolvedTopicResolver } from './superfans/solved-topic.resolver';
import { SuperfanCarryResolver } from './superfans/superfan-carry.resolver';
import { DeflectionAttemptResolver } from './deflection/deflection-attempt.resolver';
import { DeflectionResolver } from './deflection/deflection.resolver';
import { SurveyAnswerResolver } from './deflection/survey-answer.resolver';
import { SurveyResolver } from './deflection/survey.resolver';
import { ViewedTopicResolver } from './deflection/viewed-topic.resolver';
import { LinkingResolver } from './links/linking.resolver';
import { CommunitiesResolver } from './communities/communities.resolver';
import { CommunityAdminResolver } from './communities/community-admin.resolver';
import { DataExportResolver } from './exports/data-export.resolver';
import { FollowResolver } from './follows/follow.resolver';
import { FollowingResolver } from './follows/following.resolver';
import { MemberFollowResolver } from './follows/member-follow.resolver';
import { MemberFollowsResolver } from './follows/member-follows.resolver';
import { ProductFollowResolver } from './follows/product-follow.resolver';
import { TagFollowResolver } from './follows/tag-follow.resolver';
import { TopicFollowResolver } from './follows/topic-follow.resolver';
import { ApiKeyResolver } from './identity/api-key.resolver';
import { LoginResolver } from './identity/login.resolver';
import { PasswordResolver } from './identity/password.resolver';
import { RegistrationResolver } from './identity/registration.resolver';
import { SessionPayloadResolver } from './identity/session-payload.resolver';
import { SessionResolver } from './identity/session.resolver';
import { ViewerResolver } from './identity/viewer.resolver';
import { AnswerMarksResolver } from './marks/answer-marks.resolver';
import { MarkOfficialPayloadResolver } from './marks/mark-official-payload.resolver';
import { MeTooResolver } from './marks/me-too.resolver';
import { OfficialMarkPeopleResolver } from './marks/official-mark-people.resolver';
import { OfficialMarkResolver } from './marks/official-mark.resolver';
import { SolvedMarkResolver } from './marks/solved-mark.resolver';
import { StarResolver } from './marks/star.resolver';
import { TopicMarksResolver } from './marks/topic-marks.resolver';
import { ClaimingResolver } from './members/claiming.resolver';
import { CommunityMembersResolver } from './members/community-members.resolver';
import { ErasingResolver } from './members/erasing.resolver';
import { JoiningResolver } from './members/joining.resolver';
import { MemberAdminResolver } from './members/member-admin.resolver';
import { MemberSuspendingResolver } from './members/member-suspending.resolver';
import { MemberPostsResolver } from './members/member-posts.resolver';
import { MemberResolver } from './members/member.resolver';
import { ProfileResolver } from './members/profile.resolver';
import { FlagResolver } from './moderation/flag.resolver';
import { ModerationItemResolver } from './moderation/moderation-item.resolver';
import { ModerationResolver } from './moderation/moderation.resolver';
import { PostRemovingResolver } from './moderation/post-removing.resolver';
import { NodeFinder } from './nodes/node-finder';
import { OwnThings } from './nodes/own-things';
import { NodesResolver } from './nodes/nodes.resolver';
import { CommunityProductsResolver } from './products/community-products.resolver';
import { ProductAdminResolver } from './products/product-admin.resolver';
import { ProductResolver } from './products/product.resolver';
import { TopicProductsResolver } from './products/topic-products.resolver';
import { CommunityRedirectResolver } from './redirects/community-redirect.resolver';
import { RedirectResolver } from './redirects/redirect.resolver';
import { AnswerRevisionsResolver } from './revisions/answer-revisions.resolver';
import { TopicLinkResolver } from './links/topic-link.resolver';
import { TopicLinksResolver } from './links/topic-links.resolver';
import { CommentRevisionsResolver } from './revisions/comment-revisions.resolver';
import { HelpEvidenceResolver } from './reputation/help-evidence.resolver';
import { MemberEvidenceResolver } from './reputation/member-evidence.resolver';
import { ReputationLineResolver } from './reputation/reputation-line.resolver';
import { ReputationResolver } from './reputation/reputation.resolver';
import { RevisionResolver } from './revisions/revision.resolver';
import { TopicRevisionsResolver } from './revisions/topic-revisions.resolver';
import { CommunityCompletionsResolver } from './search/community-completions.resolver';
import { CommunitySearchResolver } from './search/community-search.resolver';
import { SearchClickResolver } from './search/search-click.resolver';
import { SearchConnectionResolver } from './search/search-connection.resolver';
import { SearchFacetsResolver } from './search/search-facets.resolver';
import { SearchInsightsResolver } from './search/search-insights.resolver';
import { SearchRecorder } from './search/search-recorder';
import { SearchView } from './search/search.view';
import { CommunitySimilarityResolver } from './similarity/community-similarity.resolver';
import { TopicRelatedResolver } from './similarity/topic-related.resolver';
import { SuperfansResolver } from './superfans/superfans.resolver';
import { CommunityTagsResolver } from './tags/community-tags.resolver';
import { TagCuratingResolver } from './tags/tag-curating.resolver';
import { TagResolver } from './tags/tag.resolver';
import { TopicTagsResolver } from './tags/topic-tags.resolver';
import { CommunityTopicsResolver } from './topics/community-topics.resolver';
import { TopicClosingResolver } from './topics/topic-closing.resolver';
import { TopicCuratingResolver } from './topics/topic-curating.resolver';
import { TopicEventResolver } from './topics/topic-event.resolver';
import { TopicEventsResolver } from './topics/topic-events.resolver';
import { TopicListView } from './topics/topic-list.view';
import { TopicMergingResolver } from './topics/topic-merging.resolver';
import { Authors } from './topics/authors';
import { TopicPageView } from './topics/topic-page.view';
import { TopicStatusResolver } from './topics/topic-status.resolver';
import { TopicWritingResolver } from './topics/topic-writing.resolver';
import { TopicResolver } from './topics/topic.resolver';
import { TopicsResolver } from './topics/topics.resolver';
import { ViewCounter } from './topics/view-counter';
import { VouchResolver } from './trust/vouch.resolver';
import { VouchingResolver } from './trust/vouching.resolver';

/** All that answers a field of the schema, by noun. */
export const resolvers: Provider[] = [
  AnswerCommentsResolver,
  AnswerMarksResolver,
  AnswerResolver,
  AnswerRetractingResolver,
  AnswerRevisionsResolver,
  AnswerWritingResolver,
  ApiKeyResolver,
  ArticleCareResolver,
  ArticleResolver,
  ArticleRevisionResolver,
  ArticleRevisionsResolver,
  ArticlesResolver,
  ArticleWritingResolver,
  ClaimingResolver,
  CommentResolver,
  CommentRetractingResolver,
  CommentRevisionsResolver,
  CommentWritingResolver,
  CommunitiesResolver,
  CommunityAdminResolver,
  CommunityArticlesResolver,
  CommunityMembersResolver,
  CommunityProductsResolver,
  CommunityRedirectResolver,
  CommunityTagsResolver,
  CommunityCompletionsResolver,
  CommunitySearchResolver,
  AskAttemptResolver,
  AskAttemptsResolver,
  CommunitySimilarityResolver,
  CommunitySuggestionsResolver,
  DataExportResolver,
  AnomalyConfirmationResolver,
  AnomalyResolver,
  DisputeLineResolver,
  DisputeResolver,
  CarrierResolver,
  MemberBadgesResolver,
  RecognitionResolver,
  SolvedTopicResolver,
  SuperfanCarryResolver,
  DeflectionAttemptResolver,
  DeflectionResolver,
  ErasingResolver,
  FlagResolver,
  HelpEvidenceResolver,
  JoiningResolver,
  LinkingResolver,
  LoginResolver,
  ModerationItemResolver,
  ModerationResolver,
  CommunityTopicsResolver,
  FollowingResolver,
  FollowResolver,
  MarkOfficialPayloadResolver,
  MemberAdminResolver,
  MemberEvidenceResolver,
  MemberFollowResolver,
  MemberFollowsResolver,
  MemberEvidenceResolver,
  MemberPostsResolver,
  MemberResolver,
  MemberSuspendingResolver,
  MeTooResolver,
  NodeFinder,
  NodesResolver,
  OwnThings,
  OfficialMarkPeopleResolver,
  OfficialMarkResolver,
  PasswordResolver,
  PostRemovingResolver,
  ProductAdminResolver,
  ProductFollowResolver,
  ProductResolver,
  ProfileResolver,
  RedirectResolver,
  RegistrationResolver,
  ReputationLineResolver,
  ReputationResolver,
  RevisionResolver,
  SearchClickResolver,
  SearchConnectionResolver,
  SearchFacetsResolver,
  SearchInsightsResolver,
  SearchRecorder,
  SearchView,
  SessionPayloadResolver,
  SessionResolver,
  SolvedMarkResolver,
  StarResolver,
  SuperfansResolver,
  SurveyAnswerResolver,
  SurveyResolver,
  TagCuratingResolver,
  TagFollowResolver,
  TagResolver,
  TopicAnswersResolver,
  TopicClosingResolver,
  TopicCommentsResolver,
  TopicCuratingResolver,
  TopicEventResolver,
  TopicEventsResolver,
  TopicFollowResolver,
  TopicListView,
  TopicMarksResolver,
  TopicMergingResolver,
  Authors,
  TopicPageView,
  TopicLinkResolver,
  TopicLinksResolver,
  TopicProductsResolver,
  TopicRelatedResolver,
  TopicResolver,
  TopicRevisionsResolver,
  TopicsResolver,
  TopicStatusResolver,
  TopicTagsResolver,
  TopicWritingResolver,
  AskedPeopleResolver,
  AskedPersonResolver,
  AsksResolver,
  EscalationsResolver,
  RoutingPreferencesResolver,
  TopicAskResolver,
  VouchingResolver,
  VouchResolver,
  ViewCounter,
  ViewerResolver,
  ViewedTopicResolver,
];
