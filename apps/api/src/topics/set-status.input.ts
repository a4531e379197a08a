import { Field, InputType } from '@nestjs/graphql';
import type { TopicStatus } from '@app/community';
import { NodeId } from '../common/node-id.decorator';
import { TopicStatusEnum } from './topic.enums';

/** Where the company's work on a topic stands. */
@InputType({ description: "Where the company's work on a topic stands." })
export class SetStatusInput {
  @NodeId('Topic')
  topicId: string;

  @Field(() => TopicStatusEnum, { description: 'The status; praise and updates have NONE only.' })
  status: TopicStatus;
}
