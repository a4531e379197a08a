import { InputType } from '@nestjs/graphql';
import { NodeId } from '../common/node-id.decorator';

/** What of. */
@InputType({ description: 'Which community the viewer wants to know it of.' })
export class ExportMyDataInput {
  @NodeId('Community')
  communityId: string;
}
