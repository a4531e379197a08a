export { everyCommunity } from './communities/every-community';
export { lookupPaths, storedPath } from './addresses/old-path';
export { publicPathOf, type PublicPlace } from './addresses/public-path';
export { communityEntities } from './community-entities';
export { Community, COMMUNITY_VISIBILITIES, type CommunityVisibility } from './communities/community.entity';
export { DEFAULT_SETTINGS, effectiveSettings, type CommunitySettings } from './communities/community-settings';
export { ViewersService, type Credential, type OwnMembership } from './viewer/viewers.service';
export { isMember, isStaff, type MemberViewer, type Scope, type Viewer } from './viewer/viewer';
export { PERMISSIONS, type Permission } from './access/permission';
export { may, mayRead, requirePermission } from './access/may';
export { Member } from './members/member.entity';
export { lockMember } from './members/member-for-change';
export { FORMER_MEMBER, formerHandle, formerRole } from './members/former-member';
export { requireAdmin } from './members/last-admin';
export { MemberLoader } from './members/member.loader';
export { MemberNamesLoader } from './members/member-names.loader';
export { MEMBER_ORDERS, type MemberOrder } from './members/member-order';
export { MemberProvisioningService, type NewMember } from './members/member-provisioning.service';
export { MemberRolesService } from './members/member-roles.service';
export { MemberSuspendingService, type SuspendMember } from './members/member-suspending.service';
export { maySeeSuspension, maySuspend } from './members/member.policy';
export { MembersReader, type MemberListRequest } from './members/members.reader';
export { ProfileService, type ProfileChange } from './members/profile.service';
export { NO_END, suspensionOf, type Suspension } from './members/suspension';
export { CommunityEditingService, type CommunityChange } from './communities/community-editing.service';
export { isTrusted, TRUSTED_FROM } from './posting/trusted';
export { Product } from './products/product.entity';
export { ChildProductsLoader } from './products/child-products.loader';
export { ProductLoader } from './products/product.loader';
export { PRODUCT_SLUG, type NewProduct, type ProductChange } from './products/product-input';
export { ProductsReader } from './products/products.reader';
export { ProductsService } from './products/products.service';
export { type ProductRow } from './products/product-row';
export { ProductsOfTopicLoader } from './products/products-of-topic.loader';
export { Tag } from './tags/tag.entity';
export { SynonymsLoader } from './tags/synonyms.loader';
export { TagLoader } from './tags/tag.loader';
export { SynonymsService } from './tags/synonyms.service';
export { TAG_ORDERS, type TagOrder } from './tags/tag-order';
export { TagsReader, type TagListRequest } from './tags/tags.reader';
export { TagsService, type TagChange } from './tags/tags.service';
export { type TagRow } from './tags/tag-row';
export { tagRecount } from './tags/tag-counts';
export { TagsOfTopicLoader } from './tags/tags-of-topic.loader';
export { Topic } from './topics/topic.entity';
export {
  FACES,
  POST_STATES,
  RESOLUTIONS,
  RESOLVERS,
  statusesOf,
  statusLabel,
  TOPIC_KINDS,
  TOPIC_STATUSES,
  TOPIC_VISIBILITIES,
  type Face,
  type PostState,
  type Resolution,
  type Resolver,
  type TopicKind,
  type TopicStatus,
  type TopicVisibility,
} from './topics/topic-kind';
export { TOPIC_ORDERS, type TopicOrder } from './topics/topic-order';
export { MATCHES, type Match, type TopicFilter } from './topics/topic-filter';
export { topicColumns, type TopicDetail, type TopicEdges, type TopicRow } from './topics/topic-row';
export { isTombstone, listedTopics } from './topics/topic-visibility';
export { tallyStatement, TopicTally, type Tally } from './topics/topic-tally';
export { topicCode } from './topics/topic-code';
export { TopicsByAuthor } from './topics/topics-by-author.loader';
export { TopicsReader, type TopicListRequest } from './topics/topics.reader';
export { TopicAskingService } from './topics/topic-asking.service';
export { TopicEditingService } from './topics/topic-editing.service';
export { type AskTopic, type EditTopic, type Sentiment } from './topics/topic-input';
export { type AnswerRow } from './answers/answer-row';
export { AnswersByAuthor } from './answers/answers-by-author.loader';
export { AnswersReader } from './answers/answers.reader';
export { AnswerPages } from './answers/answer-pages.loader';
export { AnswerEditingService, type EditAnswer } from './answers/answer-editing.service';
export { AnswerRetractingService } from './answers/answer-retracting.service';
export { Answer } from './answers/answer.entity';
export { Comment } from './comments/comment.entity';
export { CommentsReader } from './comments/comments.reader';
export { CommentPages } from './comments/comment-pages.loader';
export { CommentWritingService, type WriteComment } from './comments/comment-writing.service';
export { CommentEditingService, type EditComment } from './comments/comment-editing.service';
export { CommentRetractingService } from './comments/comment-retracting.service';
export { Revision } from './revisions/revision.entity';
export { RevisionPages } from './revisions/revision-pages.loader';
export { TOPIC_EVENT_KINDS, type TopicEvent, type TopicEventKind } from './topics/topic-event';
export { TopicEventPages } from './topics/topic-event-pages.loader';
export { TopicRetractingService } from './topics/topic-retracting.service';
export {
  type CommentsRequest,
  TopicPageReader,
  type AnswersRequest,
  type TopicName,
  type TopicPage,
  type TopicPageRequest,
} from './topics/topic-page.reader';
export { AnswerWritingService, type AnswerTopic } from './answers/answer-writing.service';
export { MeTooLoader } from './marks/me-too.loader';
export { MeTooService } from './marks/me-too.service';
export { OfficialAnswerLoader } from './marks/official-answer.loader';
export { OfficialMark } from './marks/official-mark.entity';
export { OfficialMarkLoader } from './marks/official-mark.loader';
export {
  OfficialMarkService,
  type MarkOfficial,
  type OfficialMarkChange,
  type OfficialMarking,
} from './marks/official-mark.service';
export { SolvedMark } from './marks/solved-mark.entity';
export { SolvedMarkLoader } from './marks/solved-mark.loader';
export { SolvedMarkService } from './marks/solved-mark.service';
export { StarLoader } from './marks/star.loader';
export { StarService } from './marks/star.service';
export { TopicStatusService } from './topics/topic-status.service';
export { Follow, FOLLOW_REASONS, type FollowReason } from './follows/follow.entity';
export { fewerFollowers } from './follows/fewer-followers';
export { FollowLoader } from './follows/follow.loader';
export { FOLLOWABLES, followedBy, type Followable, type FollowableRef } from './follows/followable';
export { FollowablesReader, type FollowableRow } from './follows/followables.reader';
export { FollowingService } from './follows/following.service';
export { FollowsReader } from './follows/follows.reader';
export { TopicMergingService, type MergeTopic } from './merging/topic-merging.service';
export { TopicUnmergingService } from './merging/topic-unmerging.service';
export {
  CommunityFoundingService,
  type FoundedCommunity,
  type NewCommunity,
} from './communities/community-founding.service';
export { AdminAppointingService, type AppointedAdmin } from './communities/admin-appointing.service';
export { communityFault, type NamedCommunity } from './communities/community-fault';
export { EmployeeRecognitionService } from './joining/employee-recognition.service';
export { JoiningService, type JoinCommunity } from './joining/joining.service';
export { KeyIssuingService } from './joining/key-issuing.service';
export { TopicClosingService } from './topics/topic-closing.service';
export { TopicArchivingService } from './topics/topic-archiving.service';
export { TopicKindService, type ChangeKind } from './topics/topic-kind.service';
export { TopicSortingService } from './topics/topic-sorting.service';
export { TopicPrivacyService } from './topics/topic-privacy.service';
export { TopicForkingService } from './forking/topic-forking.service';
export { type ForkTopic } from './forking/fork-topic';
export { CommunityModule } from './community.module';
export { POSTING_FOLLOWERS, type PostingFollower } from './posting/posting-followers';
export { TopicViewsService, WRITE_VIEWS_TASK, type ViewBatch } from './topics/topic-views.service';
export { MarkdownRenderer, type RenderedContent } from './content/markdown.renderer';
export { type DemoPresence } from './demo/loading/demo-loader';
export { loadDemo } from './demo/loading/load-demo';
export { DEMO_PASSWORD, demoCommunity, demoEmail } from './demo/demo-community';
export {
  type DemoAct,
  type DemoAnswer,
  type DemoArticle,
  type DemoChange,
  type DemoComment,
  type DemoCommunity,
  type DemoMember,
  type DemoOfficialMark,
  type DemoProduct,
  type DemoTag,
  type DemoTopic,
} from './demo/demo-community.types';
export { Flag, FLAG_REASONS, type FlagReason } from './moderation/flag.entity';
export {
  MODERATION_CAUSES,
  MODERATION_DECISIONS,
  ModerationItem,
  type ModerationCause,
  type ModerationDecision,
} from './moderation/moderation-item.entity';
export { FlaggingService, type FlagPost } from './moderation/flagging.service';
export { FlagsLoader } from './moderation/flags.loader';
export { ModerationReader } from './moderation/moderation.reader';
export { PostRemovingService } from './moderation/post-removing.service';
export { ModerationService, type DecidePost } from './moderation/moderation.service';
export { postRefOf, type PostRef } from './moderation/post-ref';
export { TopicLink, TOPIC_LINK_KINDS, type TopicLinkKind } from './links/topic-link.entity';
export { Article, ARTICLE_STATES, type ArticleState } from './knowledge/article.entity';
export { ArticleProduct } from './knowledge/article-product.entity';
export { ArticleVote } from './knowledge/article-vote.entity';
export { type ArticleFilter } from './knowledge/article-filter';
export { ARTICLE_COLUMNS, knownArticles, type ArticleRow, type ArticleText } from './knowledge/article-row';
export { ArticlesReader } from './knowledge/articles.reader';
export { type EditArticle, type NewArticle } from './knowledge/article-input';
export { ArticlePublishingService } from './knowledge/article-publishing.service';
export { ArticleReviewService } from './knowledge/article-review.service';
export { ArticleRevision } from './knowledge/article-revision.entity';
export { ArticleRevisionPages } from './knowledge/article-revision-pages.loader';
export { ArticleSortingService } from './knowledge/article-sorting.service';
export { ArticleVotingService } from './knowledge/article-voting.service';
export { ArticleWritingService } from './knowledge/article-writing.service';
export { ArticleTextsLoader } from './knowledge/article-texts.loader';
export { ArticleVoteLoader, STILL_RIGHT, type StillRight } from './knowledge/article-vote.loader';
export { ProductsOfArticleLoader } from './knowledge/products-of-article.loader';
export { VoteTotal } from './marks/vote-total.entity';
export { AnsweredCount, ANSWERING_KINDS, type AnsweringKind } from './answered/answered-count.entity';
export { AnsweredCounts, countAnswered, type AnsweredTimes } from './answered/answered-counts';
export { viewDaysOf } from './topics/view-days';
export { TopicViewDay } from './topics/topic-view-day.entity';
export { MemberAddress } from './joining/member-address.entity';
export { type LinkEnds } from './links/link-for-change';
export { LinkJudgingService } from './links/link-judging.service';
export { TopicLinkingService, type LinkTopic } from './links/topic-linking.service';
export { TopicLinkPages, type TopicLinkList, type TopicLinkRow } from './links/topic-link-pages.loader';
