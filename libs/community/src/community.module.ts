import { Module, type Provider } from '@nestjs/common';
import { AnswerParts } from './answers/answer-parts';
import { AnswersReader } from './answers/answers.reader';
import { AnswerWritingService } from './answers/answer-writing.service';
import { MarkdownRenderer } from './content/markdown.renderer';
import { TopicFollowers } from './follows/topic-followers';
import { MemberLoader } from './members/member.loader';
import { ModerationQueue } from './moderation/moderation-queue';
import { TopicProducts } from './products/topic-products';
import { Revisions } from './revisions/revisions';
import { TopicTags } from './tags/topic-tags';
import { TopicAskingService } from './topics/topic-asking.service';
import { TopicEditingService } from './topics/topic-editing.service';
import { TopicParts } from './topics/topic-parts';
import { TopicViewsService } from './topics/topic-views.service';
import { TopicTally } from './topics/topic-tally';
import { TopicsReader } from './topics/topics.reader';
import { ViewersService } from './viewer/viewers.service';

const services: Provider[] = [
  AnswerParts,
  AnswersReader,
  AnswerWritingService,
  MarkdownRenderer,
  MemberLoader,
  ModerationQueue,
  Revisions,
  TopicAskingService,
  TopicEditingService,
  TopicFollowers,
  TopicParts,
  TopicProducts,
  TopicsReader,
  TopicTags,
  TopicTally,
  TopicViewsService,
  ViewersService,
];

/** What communities can do. The database is the application's to provide. */
@Module({ providers: services, exports: services })
export class CommunityModule {}
