import { Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ApiKeysService, SessionsService, type ApiKey, type IdentifiedUser, type Session } from '@app/identity';
import type { Community, Member } from '@app/community';
import { Allow } from '../common/allow.decorator';
import type { RequestContext } from '../common/request-context';
import { ApiKeyType } from './api-key.type';
import { MembershipType } from './membership.type';
import { SessionType } from './session.type';
import { UserType } from './user.type';

/** Shows people to themselves. */
@Resolver(() => UserType)
export class ViewerResolver {
  constructor(
    private readonly sessionsService: SessionsService,
    private readonly keys: ApiKeysService,
  ) {}

  @Query(() => UserType, { nullable: true, description: 'Who asks; null for strangers.' })
  @Allow('anyone')
  viewer(@Context() { user }: RequestContext): IdentifiedUser | null {
    return user;
  }

  @ResolveField(() => [MembershipType], {
    description: 'The communities that the user has joined, the first one first.',
  })
  async memberships(@Context() context: RequestContext): Promise<{ community: Community; member: Member }[]> {
    const found = await context.memberships();
    return found.map(({ viewer, member }) => ({ community: viewer.community, member }));
  }

  @ResolveField(() => [SessionType], { description: 'Where the user is logged in, the last used first. Not for keys.' })
  sessions(@Context() { principal }: RequestContext): Promise<Session[]> {
    return this.sessionsService.list(principal);
  }

  @ResolveField(() => [ApiKeyType], { description: 'The keys that are not revoked, the newest first. Not for keys.' })
  apiKeys(@Context() { principal }: RequestContext): Promise<ApiKey[]> {
    return this.keys.list(principal);
  }
}
