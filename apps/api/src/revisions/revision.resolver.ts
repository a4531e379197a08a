import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member, type Revision } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { RevisionType } from './revision.type';

/** What a revision leads to. */
@Resolver(() => RevisionType)
export class RevisionResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => MemberType, { description: 'Who wrote this version.' })
  editor(@Parent() revision: Revision, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(revision.communityId), revision.editorId);
  }
}
