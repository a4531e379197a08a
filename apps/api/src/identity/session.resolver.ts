import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SessionsService, type Session } from '@app/identity';
import { Allow } from '../common/allow.decorator';
import type { RequestContext } from '../common/request-context';
import { RevokeSessionInput } from './revoking.input';
import { SessionType } from './session.type';

/** Ends sessions. */
@Resolver(() => SessionType)
export class SessionResolver {
  constructor(private readonly sessions: SessionsService) {}

  @Mutation(() => SessionType, { description: 'Ends one of your own sessions.' })
  @Allow('session')
  revokeSession(
    @Args('input') { sessionId }: RevokeSessionInput,
    @Context() { principal }: RequestContext,
  ): Promise<Session> {
    return this.sessions.revoke(principal, sessionId);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent(@Parent() session: Session, @Context() { principal }: RequestContext): boolean {
    return session.id === principal.sessionId;
  }
}
