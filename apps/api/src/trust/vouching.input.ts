import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { PlainText } from '@app/kernel';
import type { VouchFor } from '@app/reputation';
import { IsOptional } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';
import { PageArgs } from '../common/page.args';

/** For whom to vouch, and why. */
@InputType({ description: 'For whom to vouch, and why.' })
export class VouchForInput implements VouchFor {
  @NodeId('Member')
  memberId: string;

  @Field(() => String, { nullable: true, description: 'Why, for colleagues, up to 300 characters.' })
  @IsOptional()
  @PlainText({ min: 0, max: 300 })
  note?: string | null;
}

/** For whom to vouch no longer. */
@InputType({ description: 'For whom to vouch no longer.' })
export class WithdrawVouchInput {
  @NodeId('Member')
  memberId: string;
}

/** Which page of which community's vouches. */
@ArgsType()
export class VouchesArgs extends PageArgs {
  @NodeId('Community')
  communityId: string;
}
