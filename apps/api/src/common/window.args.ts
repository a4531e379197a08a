import { ArgsType, Field } from '@nestjs/graphql';
import { DateTime } from './date-time.scalar';
import { NodeId } from './node-id.decorator';

/** Which window of which community. */
@ArgsType()
export class WindowArgs {
  @NodeId('Community')
  communityId: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Where the window begins: 30 days before it ends if not said.',
  })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Where it ends, 400 days later at most: now if not said.' })
  to?: Date | null;
}
