import { InputType } from '@nestjs/graphql';
import { NodeId } from '../common/node-id.decorator';

/** An answer that is no longer official. */
@InputType({ description: 'An answer that is no longer official.' })
export class UnmarkOfficialInput {
  @NodeId('Answer')
  answerId: string;
}
