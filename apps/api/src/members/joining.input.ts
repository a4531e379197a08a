import { Field, InputType } from '@nestjs/graphql';
import type { JoinCommunity } from '@app/community';
import { DisplayName, Handle } from '@app/kernel';
import { IsOptional } from 'class-validator';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';

/** A user who becomes a member. */
@InputType({ description: 'A user who becomes a member.' })
export class JoinCommunityInput implements JoinCommunity {
  @NodeId('Community')
  communityId: string;

  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => String, { description: 'The name that others read, 1 to 60 characters.' })
  @DisplayName()
  displayName: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name in addresses and mentions; made of the display name where it is left out.',
  })
  @IsOptional()
  @Handle()
  handle?: string | null;
}
