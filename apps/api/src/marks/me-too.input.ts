import { InputType } from '@nestjs/graphql';
import { NodeId } from '../common/node-id.decorator';

/** A topic that somebody else has too. */
@InputType({ description: 'A topic that the viewer has too, or has not after all.' })
export class MeTooInput {
  @NodeId('Topic')
  topicId: string;
}
