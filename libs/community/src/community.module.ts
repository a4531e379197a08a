import { Module, type Provider } from '@nestjs/common';
import { IdentityModule } from '@app/identity';
import { AnsweredCounts } from './answered/answered-counts';
import { AnswerEditingService } from './answers/answer-editing.service';
import { AnswerPages } from './answers/answer-pages.loader';
import { AnswerRetractingService } from './answers/answer-retracting.service';
import { AnswerWritingService } from './answers/answer-writing.service';
import { AnswersByAuthor } from './answers/answers-by-author.loader';
import { AnswersReader } from './answers/answers.reader';
import { CommentEditingService } from './comments/comment-editing.service';
import { CommentPages } from './comments/comment-pages.loader';
import { CommentRetractingService } from './comments/comment-retracting.service';
import { CommentWritingService } from './comments/comment-writing.service';
import { CommentsReader } from './comments/comments.reader';
import { AdminAppointingService } from './communities/admin-appointing.service';
import { CommunityEditingService } from './communities/community-editing.service';
import { CommunityFoundingService } from './communities/community-founding.service';
import { MarkdownRenderer } from './content/markdown.renderer';
import { FollowLoader } from './follows/follow.loader';
import { FollowablesReader } from './follows/followables.reader';
import { FollowingService } from './follows/following.service';
import { FollowsReader } from './follows/follows.reader';
import { TopicFollowers } from './follows/topic-followers';
import { EmployeeRecognitionService } from './joining/employee-recognition.service';
import { JoiningService } from './joining/joining.service';
import { KeyIssuingService } from './joining/key-issuing.service';
import { MemberClaims } from './joining/member-claims';
import { ForkedTopic } from './forking/forked-topic';
import { PostMoves } from './forking/post-moves';
import { TopicForkingService } from './forking/topic-forking.service';
import { LinkJudgingService } from './links/link-judging.service';
import { LinkedAskers } from './links/linked-askers';
import { ArticlePublishingService } from './knowledge/article-publishing.service';
import { ArticleReviewService } from './knowledge/article-review.service';
import { ArticleRevisionPages } from './knowledge/article-revision-pages.loader';
import { ArticleRevisions } from './knowledge/article-revisions';
import { ArticleSortingService } from './knowledge/article-sorting.service';
import { ArticleTextsLoader } from './knowledge/article-texts.loader';
import { ArticleVoteLoader } from './knowledge/article-vote.loader';
import { ArticleVotingService } from './knowledge/article-voting.service';
import { ArticleWritingService } from './knowledge/article-writing.service';
import { ArticlesReader } from './knowledge/articles.reader';
import { ProductsOfArticleLoader } from './knowledge/products-of-article.loader';
import { TopicLinkPages } from './links/topic-link-pages.loader';
import { TopicLinkingService } from './links/topic-linking.service';
import { AnswerMarks } from './marks/answer-marks';
import { MeTooLoader } from './marks/me-too.loader';
import { MeTooService } from './marks/me-too.service';
import { OfficialAnswerLoader } from './marks/official-answer.loader';
import { OfficialMarkLoader } from './marks/official-mark.loader';
import { OfficialMarkService } from './marks/official-mark.service';
import { OfficialMarks } from './marks/official-marks';
import { SolvedMarkLoader } from './marks/solved-mark.loader';
import { SolvedMarkService } from './marks/solved-mark.service';
import { StarLoader } from './marks/star.loader';
import { StarService } from './marks/star.service';
import { MemberProvisioningService } from './members/member-provisioning.service';
import { MemberRolesService } from './members/member-roles.service';
import { MemberSuspendingService } from './members/member-suspending.service';
import { MemberLoader } from './members/member.loader';
import { MemberNamesLoader } from './members/member-names.loader';
import { MembersReader } from './members/members.reader';
import { ProfileService } from './members/profile.service';
import { MergeMoves } from './merging/merge-moves';
import { MergedMarks } from './merging/merged-marks';
import { MergedPeople } from './merging/merged-people';
import { MergedPosts } from './merging/merged-posts';
import { TopicMergingService } from './merging/topic-merging.service';
import { TopicUnmergingService } from './merging/topic-unmerging.service';
import { FlaggingService } from './moderation/flagging.service';
import { FlagsLoader } from './moderation/flags.loader';
import { ModerationQueue } from './moderation/moderation-queue';
import { ModerationReader } from './moderation/moderation.reader';
import { ModerationService } from './moderation/moderation.service';
import { PostRemoval } from './moderation/post-removal';
import { PostRemovingService } from './moderation/post-removing.service';
import { PostStates } from './moderation/post-states';
import { POSTING_FOLLOWERS, type PostingFollower } from './posting/posting-followers';
import { ReplyParts } from './posting/reply-parts';
import { ChildProductsLoader } from './products/child-products.loader';
import { ProductLoader } from './products/product.loader';
import { ProductsOfTopicLoader } from './products/products-of-topic.loader';
import { ProductsReader } from './products/products.reader';
import { ProductsService } from './products/products.service';
import { RevisionPages } from './revisions/revision-pages.loader';
import { Revisions } from './revisions/revisions';
import { SynonymsLoader } from './tags/synonyms.loader';
import { SynonymsService } from './tags/synonyms.service';
import { TagCounts } from './tags/tag-counts';
import { TagMoves } from './tags/tag-moves';
import { TagLoader } from './tags/tag.loader';
import { TagsOfTopicLoader } from './tags/tags-of-topic.loader';
import { TagsReader } from './tags/tags.reader';
import { TagsService } from './tags/tags.service';
import { TopicTags } from './tags/topic-tags';
import { ResolutionEvents } from './topics/resolution-events';
import { TopicArchivingService } from './topics/topic-archiving.service';
import { TopicAskingService } from './topics/topic-asking.service';
import { TopicClosingService } from './topics/topic-closing.service';
import { TopicEditingService } from './topics/topic-editing.service';
import { TopicEventPages } from './topics/topic-event-pages.loader';
import { TopicKindService } from './topics/topic-kind.service';
import { TopicPageReader } from './topics/topic-page.reader';
import { TopicParts } from './topics/topic-parts';
import { TopicPrivacyService } from './topics/topic-privacy.service';
import { TopicRetractingService } from './topics/topic-retracting.service';
import { TopicSortingService } from './topics/topic-sorting.service';
import { TopicStatusService } from './topics/topic-status.service';
import { TopicTally } from './topics/topic-tally';
import { TopicViewsService } from './topics/topic-views.service';
import { TopicsByAuthor } from './topics/topics-by-author.loader';
import { TopicsReader } from './topics/topics.reader';
import { ViewersService } from './viewer/viewers.service';

/** Whoever wants to know what is posted puts themselves in. */
const followers: Provider = { provide: POSTING_FOLLOWERS, useFactory: (): PostingFollower[] => [] };

const services: Provider[] = [
  AnsweredCounts,
  AnswerEditingService,
  AnswerMarks,
  AnswerPages,
  AnswerRetractingService,
  AnswersByAuthor,
  AnswersReader,
  AnswerWritingService,
  ArticlePublishingService,
  ArticleReviewService,
  ArticleRevisionPages,
  ArticleRevisions,
  ArticleSortingService,
  ArticlesReader,
  ArticleTextsLoader,
  ArticleVoteLoader,
  ArticleVotingService,
  ArticleWritingService,
  ChildProductsLoader,
  CommentEditingService,
  CommentPages,
  CommentRetractingService,
  CommentsReader,
  CommentWritingService,
  CommunityEditingService,
  AdminAppointingService,
  CommunityFoundingService,
  EmployeeRecognitionService,
  FlaggingService,
  FlagsLoader,
  FollowablesReader,
  FollowingService,
  FollowLoader,
  FollowsReader,
  JoiningService,
  KeyIssuingService,
  ForkedTopic,
  LinkedAskers,
  LinkJudgingService,
  MarkdownRenderer,
  MemberClaims,
  MemberLoader,
  MemberNamesLoader,
  MemberProvisioningService,
  MemberRolesService,
  MembersReader,
  MemberSuspendingService,
  MergedMarks,
  MergedPeople,
  MergedPosts,
  MergeMoves,
  MeTooLoader,
  MeTooService,
  ModerationQueue,
  ModerationReader,
  ModerationService,
  OfficialAnswerLoader,
  OfficialMarkLoader,
  OfficialMarks,
  OfficialMarkService,
  PostMoves,
  PostRemoval,
  PostRemovingService,
  followers,
  PostStates,
  ProductLoader,
  ProductsOfArticleLoader,
  ProductsOfTopicLoader,
  ProductsReader,
  ProductsService,
  ProfileService,
  ReplyParts,
  ResolutionEvents,
  RevisionPages,
  TopicLinkingService,
  TopicLinkPages,
  Revisions,
  SolvedMarkLoader,
  SolvedMarkService,
  StarLoader,
  StarService,
  SynonymsLoader,
  SynonymsService,
  TagCounts,
  TagLoader,
  TagMoves,
  TagsOfTopicLoader,
  TagsReader,
  TagsService,
  TopicArchivingService,
  TopicAskingService,
  TopicClosingService,
  TopicEditingService,
  TopicEventPages,
  TopicFollowers,
  TopicForkingService,
  TopicKindService,
  TopicMergingService,
  TopicPageReader,
  TopicParts,
  TopicPrivacyService,
  TopicRetractingService,
  TopicSortingService,
  TopicsByAuthor,
  TopicsReader,
  TopicStatusService,
  TopicTags,
  TopicTally,
  TopicUnmergingService,
  TopicViewsService,
  ViewersService,
];

/** What communities can do. The database is the application's to provide. */
@Module({ imports: [IdentityModule], providers: services, exports: services })
export class CommunityModule {}
