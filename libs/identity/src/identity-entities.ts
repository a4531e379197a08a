import { ApiKey } from './api-keys/api-key.entity';
import { IdentityEvent } from './events/identity-event.entity';
import { OneTimeLink } from './links/one-time-link.entity';
import { Session } from './sessions/session.entity';
import { LoginThrottle } from './throttle/login-throttle.entity';
import { User } from './users/user.entity';

/** The tables of identity. */
export const identityEntities = [User, Session, ApiKey, OneTimeLink, LoginThrottle, IdentityEvent];
