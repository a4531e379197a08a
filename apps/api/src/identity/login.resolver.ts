import { Args, Context, Extensions, Mutation, Resolver } from '@nestjs/graphql';
import { LoginService, type StartedSession } from '@app/identity';
import { Allow } from '../common/allow.decorator';
import type { RequestContext } from '../common/request-context';
import { LogInInput } from './credentials.input';
import { SessionPayloadType } from './session-payload.type';

/** Lets people in and out. */
@Resolver()
export class LoginResolver {
  constructor(private readonly logins: LoginService) {}

  @Mutation(() => SessionPayloadType, {
    description:
      'Begins a session, and ends the one that the request came with. LOGIN_FAILED unless address and password go together; RATE_LIMITED after too many tries.',
  })
  @Allow('anyone')
  @Extensions({ sensitive: true })
  async logIn(@Args('input') input: LogInInput, @Context() context: RequestContext): Promise<StartedSession> {
    const session = await this.logins.logIn(input, context.client, context.principal);
    context.logIn(session);
    return session;
  }

  @Mutation(() => Boolean, { description: 'Ends the session that the request came with, if any.' })
  @Allow('anyone')
  async logOut(@Context() context: RequestContext): Promise<boolean> {
    await this.logins.logOut(context.principal);
    context.logOut();
    return true;
  }
}
