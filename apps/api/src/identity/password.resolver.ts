import { Args, Context, Extensions, Mutation, Resolver } from '@nestjs/graphql';
import { LinkRequestsService, PasswordChangingService, PasswordResetService, type StartedSession } from '@app/identity';
import { Allow } from '../common/allow.decorator';
import type { RequestContext } from '../common/request-context';
import { ChangePasswordInput } from './credentials.input';
import { RequestPasswordResetInput, ResetPasswordInput } from './links.input';
import { SessionPayloadType } from './session-payload.type';

/** Changes passwords. */
@Resolver()
export class PasswordResolver {
  constructor(
    private readonly changing: PasswordChangingService,
    private readonly links: LinkRequestsService,
    private readonly resetting: PasswordResetService,
  ) {}

  @Mutation(() => SessionPayloadType, {
    description: 'Sets a new password, ends all sessions, and begins a new one in the place of the one that asks.',
  })
  @Allow('session')
  @Extensions({ sensitive: true })
  async changePassword(
    @Args('input') input: ChangePasswordInput,
    @Context() context: RequestContext,
  ): Promise<StartedSession> {
    const session = await this.changing.change(context.principal, input, context.client);
    context.logIn(session);
    return session;
  }

  @Mutation(() => Boolean, {
    description: 'Sends a link to set a new password, if there is such a user; the answer is true in any case.',
  })
  @Allow('anyone')
  @Extensions({ sensitive: true })
  async requestPasswordReset(
    @Args('input') { email }: RequestPasswordResetInput,
    @Context() { client }: RequestContext,
  ): Promise<boolean> {
    await this.links.toResetPassword(email, client);
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'Sets a new password by a link, and ends all sessions. LINK_INVALID unless the link is open.',
  })
  @Allow('anyone')
  @Extensions({ sensitive: true })
  async resetPassword(
    @Args('input') { token, newPassword }: ResetPasswordInput,
    @Context() { client }: RequestContext,
  ): Promise<boolean> {
    await this.resetting.reset(token, newPassword, client);
    return true;
  }
}
