import { Field, InputType } from '@nestjs/graphql';
import type { ClaimMember } from '@app/interchange';
import { EmailAddress } from '@app/kernel';
import { NodeId } from '../common/node-id.decorator';

/** Which unclaimed member is whose. */
@InputType({ description: 'Which unclaimed member is whose.' })
export class ClaimMemberInput implements ClaimMember {
  @NodeId('Member')
  memberId: string;

  @Field(() => String, { description: 'The address of the person that the member stands for.' })
  @EmailAddress()
  email: string;
}
