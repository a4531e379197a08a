import { Module, type Provider } from '@nestjs/common';
import { AnswerEditingService } from './answers/answer-editing.service';
import { AnswerPages } from './answers/answer-pages.loader';
import { AnswerRetractingService } from './answers/answer-retracting.service';
import { AnswerWritingService } from './answers/answer-writing.service';
import { AnswersReader } from './answers/answers.reader';
import { CommentEditingService } from './comments/comment-editing.service';
import { CommentPages } from './comments/comment-pages.loader';
import { CommentRetractingService } from './comments/comment-retracting.service';
import { CommentWritingService } from './comments/comment-writing.service';
import { CommentsReader } from './comments/comments.reader';
import { MarkdownRenderer } from './content/markdown.renderer';
import { FollowablesReader } from './follows/followables.reader';
import { FollowingService } from './follows/following.service';
import { FollowLoader } from './follows/follow.loader';
import { FollowsReader } from './follows/follows.reader';
import { TopicFollowers } from './follows/topic-followers';
import { AnswerMarks } from './marks/answer-marks';
import { MemberLoader } from './members/member.loader';
import { FlaggingService } from './moderation/flagging.service';
import { FlagsLoader } from './moderation/flags.loader';
import { ModerationReader } from './moderation/moderation.reader';
import { ModerationService } from './moderation/moderation.service';
import { PostStates } from './moderation/post-states';
import { ModerationQueue } from './moderation/moderation-queue';
import { ReplyParts } from './posting/reply-parts';
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
import { ChildProductsLoader } from './products/child-products.loader';
import { ProductLoader } from './products/product.loader';
import { ProductsOfTopicLoader } from './products/products-of-topic.loader';
import { TopicProducts } from './products/topic-products';
import { RevisionPages } from './revisions/revision-pages.loader';
import { Revisions } from './revisions/revisions';
import { SynonymsLoader } from './tags/synonyms.loader';
import { TagLoader } from './tags/tag.loader';
import { TagsOfTopicLoader } from './tags/tags-of-topic.loader';
import { TopicTags } from './tags/topic-tags';
import { TopicAskingService } from './topics/topic-asking.service';
import { TopicEditingService } from './topics/topic-editing.service';
import { TopicPageReader } from './topics/topic-page.reader';
import { TopicParts } from './topics/topic-parts';
import { TopicViewsService } from './topics/topic-views.service';
import { TopicRetractingService } from './topics/topic-retracting.service';
import { TopicStatusService } from './topics/topic-status.service';
import { TopicTally } from './topics/topic-tally';
import { TopicsReader } from './topics/topics.reader';
import { ViewersService } from './viewer/viewers.service';

const services: Provider[] = [
  AnswerEditingService,
  AnswerMarks,
  AnswerPages,
  AnswerRetractingService,
  AnswersReader,
  AnswerWritingService,
  CommentEditingService,
  CommentPages,
  CommentRetractingService,
  CommentsReader,
  CommentWritingService,
  ChildProductsLoader,
  FollowablesReader,
  FollowingService,
  FollowLoader,
  FollowsReader,
  MarkdownRenderer,
  MemberLoader,
  MeTooLoader,
  MeTooService,
  FlaggingService,
  FlagsLoader,
  ModerationReader,
  ModerationService,
  PostStates,
  ModerationQueue,
  ReplyParts,
  RevisionPages,
  OfficialAnswerLoader,
  OfficialMarkLoader,
  OfficialMarks,
  OfficialMarkService,
  ProductLoader,
  ProductsOfTopicLoader,
  Revisions,
  SolvedMarkLoader,
  SolvedMarkService,
  StarLoader,
  StarService,
  SynonymsLoader,
  TagLoader,
  TagsOfTopicLoader,
  TopicAskingService,
  TopicEditingService,
  TopicFollowers,
  TopicPageReader,
  TopicParts,
  TopicProducts,
  TopicRetractingService,
  TopicsReader,
  TopicStatusService,
  TopicTags,
  TopicTally,
  TopicViewsService,
  ViewersService,
];

/** What communities can do. The database is the application's to provide. */
@Module({ providers: services, exports: services })
export class CommunityModule {}
