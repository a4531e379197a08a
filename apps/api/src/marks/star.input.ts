import { InputType } from '@nestjs/graphql';
import { NodeId } from '../common/node-id.decorator';

/** An answer that helped. */
@InputType({ description: 'An answer that helped the viewer, or did not after all.' })
export class StarInput {
  @NodeId('Answer')
  answerId: string;
}
