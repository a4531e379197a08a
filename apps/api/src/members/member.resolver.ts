import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { may, maySeeSuspension, suspensionOf, type Member, type Suspension } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from './member.type';
import { SuspensionType } from './suspension.type';

/** What is said of a member to some. */
@Resolver(() => MemberType)
export class MemberResolver {
  @ResolveField(() => SuspensionType, {
    nullable: true,
    description: 'Why they can only read, if so; the member and staff see it, others see null.',
  })
  suspension(@Parent() member: Member, @Context() context: RequestContext): Suspension | null {
    return maySeeSuspension(context.viewerOf(member.communityId), member) ? suspensionOf(member) : null;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether they were erased: the name is "Former member", the profile empty, and nobody is behind it.',
  })
  isFormer(@Parent() { erasedAt }: Member): boolean {
    return erasedAt !== null;
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Whether somebody is behind them, and not only an import; admins see it, others see null.',
  })
  isClaimed(@Parent() { communityId, userId }: Member, @Context() context: RequestContext): boolean | null {
    return may(context.viewerOf(communityId), 'administer') ? userId !== null : null;
  }
}
