import { ArgsType } from '@nestjs/graphql';
import { NodeId } from '../common/node-id.decorator';
import { PageArgs } from '../common/page.args';

/** Which page of which community's queue. */
@ArgsType()
export class ModerationQueueArgs extends PageArgs {
  @NodeId('Community')
  communityId: string;
}
