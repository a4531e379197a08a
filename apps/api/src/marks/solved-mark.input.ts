import { InputType } from '@nestjs/graphql';
import { NodeId } from '../common/node-id.decorator';

/** An answer that solved it. */
@InputType({ description: "An answer that solved the viewer's topic, or did not after all." })
export class SolvedMarkInput {
  @NodeId('Answer')
  answerId: string;
}
