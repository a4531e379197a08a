import { ArgsType, Field, registerEnumType } from '@nestjs/graphql';
import { MEMBER_ORDERS, type MemberOrder } from '@app/community';
import type { Role } from '@app/kernel';
import { asEnum } from '../common/as-enum';
import { PageArgs } from '../common/page.args';
import { RoleEnum } from './member.type';

export const MemberOrderEnum = asEnum(MEMBER_ORDERS);
registerEnumType(MemberOrderEnum, {
  name: 'MemberOrder',
  description: 'The orders of member lists.',
  valuesMap: {
    RECENTLY_JOINED: { description: 'The newest first.' },
    NAME: { description: 'By the name that others read.' },
  },
});

/** The arguments of a list of members. */
@ArgsType()
export class MemberListArgs extends PageArgs {
  @Field(() => MemberOrderEnum, { defaultValue: 'RECENTLY_JOINED', description: 'In which order.' })
  order: MemberOrder;

  @Field(() => RoleEnum, { nullable: true, description: 'Only members who have this role today.' })
  role?: Role | null;
}
