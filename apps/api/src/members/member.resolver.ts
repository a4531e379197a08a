import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { maySeeSuspension, suspensionOf, type Member, type Suspension } from '@app/community';
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
}
