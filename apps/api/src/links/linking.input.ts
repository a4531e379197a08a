import { Field, InputType } from '@nestjs/graphql';
import type { LinkEnds, LinkTopic, TopicLinkKind } from '@app/community';
import { NodeId } from '../common/node-id.decorator';
import { TopicLinkKindEnum } from './topic-link.type';

/** Two topics that are linked. */
@InputType({ description: 'Two topics that are linked.' })
export class LinkEndsInput implements LinkEnds {
  @NodeId('Topic', { description: 'The Topic that was linked: the duplicate.' })
  topicId: string;

  @NodeId('Topic', { description: 'The Topic that it was linked to.' })
  linkedId: string;
}

/** Two topics, and what one says of the other. */
@InputType({ description: 'Two topics, and what the first one is to the second.' })
export class LinkTopicInput implements LinkTopic {
  @NodeId('Topic', { description: 'The Topic that is linked: of two that ask the same, the one that came later.' })
  topicId: string;

  @NodeId('Topic', { description: 'The Topic that it is linked to.' })
  linkedId: string;

  @Field(() => TopicLinkKindEnum, { defaultValue: 'DUPLICATE', description: 'What the link says.' })
  kind: TopicLinkKind;
}
