import { Module, type Provider } from '@nestjs/common';
import { AccountErasure } from './accounts/account-erasure';
import { LoginService } from './accounts/login.service';
import { PasswordChangingService } from './accounts/password-changing.service';
import { PasswordProof } from './accounts/password-proof';
import { PasswordResetService } from './accounts/password-reset.service';
import { PasswordSetter } from './accounts/password-setter';
import { RegistrationService } from './accounts/registration.service';
import { ApiKeysService } from './api-keys/api-keys.service';
import { Authenticator } from './authentication/authenticator';
import { IdentityEvents } from './events/identity-events';
import { IdentityTidying } from './housekeeping/identity-tidying';
import { EmailVerificationService } from './links/email-verification.service';
import { LinkRequestsService } from './links/link-requests.service';
import { OneTimeLinks } from './links/one-time-links';
import { IdentityMails } from './mail/identity-mails';
import { MailRequests } from './mail/mail-requests';
import { Argon2 } from './passwords/argon2';
import { PasswordHasher } from './passwords/password-hasher';
import { KeyedHash } from './secrets/keyed-hash';
import { CredentialUse } from './sessions/credential-use';
import { Sessions } from './sessions/sessions';
import { SessionsService } from './sessions/sessions.service';
import { ActionThrottles } from './throttle/action-throttles';
import { LoginThrottles } from './throttle/login-throttles';
import { MailThrottles } from './throttle/mail-throttles';
import { Invitations } from './users/invitations';

const services: Provider[] = [
  AccountErasure,
  ActionThrottles,
  ApiKeysService,
  Argon2,
  Authenticator,
  CredentialUse,
  EmailVerificationService,
  IdentityEvents,
  IdentityMails,
  IdentityTidying,
  Invitations,
  KeyedHash,
  LinkRequestsService,
  LoginService,
  LoginThrottles,
  MailRequests,
  MailThrottles,
  OneTimeLinks,
  PasswordChangingService,
  PasswordHasher,
  PasswordProof,
  PasswordResetService,
  PasswordSetter,
  RegistrationService,
  Sessions,
  SessionsService,
];

/** Who people are, whatever they are in a community. The settings and the database are the application's to provide. */
@Module({ providers: services, exports: services })
export class IdentityModule {}
