import { Context, ResolveField, Resolver } from '@nestjs/graphql';
import type { IdentifiedUser } from '@app/identity';
import type { RequestContext } from '../common/request-context';
import { SessionPayloadType } from './session-payload.type';
import { UserType } from './user.type';

/** What a session that has just begun leads to. */
@Resolver(() => SessionPayloadType)
export class SessionPayloadResolver {
  @ResolveField(() => UserType, { nullable: true, description: 'Who has logged in.' })
  user(@Context() { user }: RequestContext): IdentifiedUser | null {
    return user;
  }
}
