import { Args, Context, Extensions, Mutation, Resolver } from '@nestjs/graphql';
import { EmailVerificationService, LinkRequestsService, RegistrationService } from '@app/identity';
import { Allow } from '../common/allow.decorator';
import type { RequestContext } from '../common/request-context';
import { RegisterInput } from './credentials.input';
import { VerifyEmailInput } from './links.input';

/** Takes in new users. */
@Resolver()
export class RegistrationResolver {
  constructor(
    private readonly registration: RegistrationService,
    private readonly links: LinkRequestsService,
    private readonly verification: EmailVerificationService,
  ) {}

  @Mutation(() => Boolean, {
    description:
      'Registers a user, who can log in at once, and sends a mail that asks to verify the address. The answer is true whether there is such a user already or not: the mail says it.',
  })
  @Allow('anyone')
  @Extensions({ sensitive: true })
  async register(@Args('input') input: RegisterInput, @Context() { client }: RequestContext): Promise<boolean> {
    await this.registration.register(input, client);
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'Sends another mail that asks to verify the address; none where it is verified.',
  })
  @Allow('session')
  @Extensions({ sensitive: true })
  async requestEmailVerification(@Context() { principal, client }: RequestContext): Promise<boolean> {
    await this.links.toVerifyEmail(principal, client);
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'Verifies the address that a link was sent to. LINK_INVALID unless it is open.',
  })
  @Allow('anyone')
  @Extensions({ sensitive: true })
  async verifyEmail(@Args('input') { token }: VerifyEmailInput): Promise<boolean> {
    await this.verification.verify(token);
    return true;
  }
}
