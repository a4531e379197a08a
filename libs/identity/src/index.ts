export { User } from './users/user.entity';
export { Session } from './sessions/session.entity';
export { ApiKey } from './api-keys/api-key.entity';
export { OneTimeLink } from './links/one-time-link.entity';
export { LoginThrottle } from './throttle/login-throttle.entity';
export { IdentityEvent } from './events/identity-event.entity';
export { identityEntities } from './identity-entities';
