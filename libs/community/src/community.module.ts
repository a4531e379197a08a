import { Module, type Provider } from '@nestjs/common';
import { AnswerParts } from './answers/answer-parts';
import { AnswerWritingService } from './answers/answer-writing.service';
import { AnswersReader } from './answers/answers.reader';
import { MarkdownRenderer } from './content/markdown.renderer';
import { TopicFollowers } from './follows/topic-followers';
import { MemberLoader } from './members/member.loader';
import { MergeMoves } from './merging/merge-moves';
import { MergedMarks } from './merging/merged-marks';
import { MergedPeople } from './merging/merged-people';
import { MergedPosts } from './merging/merged-posts';
import { TopicMergingService } from './merging/topic-merging.service';
import { TopicUnmergingService } from './merging/topic-unmerging.service';
import { ModerationQueue } from './moderation/moderation-queue';
import { TopicProducts } from './products/topic-products';
import { Revisions } from './revisions/revisions';
import { TagCounts } from './tags/tag-counts';
import { TopicTags } from './tags/topic-tags';
import { TopicAskingService } from './topics/topic-asking.service';
import { TopicEditingService } from './topics/topic-editing.service';
import { TopicParts } from './topics/topic-parts';
import { TopicTally } from './topics/topic-tally';
import { TopicViewsService } from './topics/topic-views.service';
import { TopicsReader } from './topics/topics.reader';
import { ViewersService } from './viewer/viewers.service';

const services: Provider[] = [
  AnswerParts,
  AnswersReader,
  AnswerWritingService,
  MarkdownRenderer,
  MemberLoader,
  MergedMarks,
  MergedPeople,
  MergedPosts,
  MergeMoves,
  ModerationQueue,
  Revisions,
  TagCounts,
  TopicAskingService,
  TopicEditingService,
  TopicFollowers,
  TopicMergingService,
  TopicParts,
  TopicProducts,
  TopicsReader,
  TopicTags,
  TopicTally,
  TopicUnmergingService,
  TopicViewsService,
  ViewersService,
];

/** What communities can do. The database is the application's to provide. */
@Module({ providers: services, exports: services })
export class CommunityModule {}
