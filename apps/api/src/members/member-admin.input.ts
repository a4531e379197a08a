import { Field, InputType } from '@nestjs/graphql';
import type { NewMember } from '@app/community';
import { DisplayName, Handle, type Role } from '@app/kernel';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';
import { RoleEnum } from './member.type';

/** A member to be. */
@InputType({ description: 'A member whom nobody has claimed yet.' })
export class CreateMemberInput implements NewMember {
  @NodeId('Community')
  communityId: string;

  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => String, { description: 'The name in addresses and mentions: 3 to 30 of a-z, 0-9, _ and -.' })
  @Handle()
  handle: string;

  @Field(() => String, { description: 'The name that others read, 1 to 60 characters.' })
  @DisplayName()
  displayName: string;

  @Field(() => RoleEnum, { defaultValue: 'CUSTOMER', description: 'Their role.' })
  role: Role;
}

/** Who gets which role. */
@InputType({ description: 'Who gets which role.' })
export class SetRoleInput {
  @NodeId('Member')
  memberId: string;

  @Field(() => RoleEnum, { description: 'The role from now on; an ALUM has no rights and loses the seat.' })
  role: Role;
}

/** Whose seat it is about. */
@InputType({ description: 'Whose moderation seat it is about.' })
export class SeatInput {
  @NodeId('Member')
  memberId: string;
}
