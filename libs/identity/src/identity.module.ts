import { Module, type Provider } from '@nestjs/common';
import { Authenticator } from './authentication/authenticator';

const services: Provider[] = [Authenticator];

/** Who people are, whatever they are in a community. */
@Module({ providers: services, exports: services })
export class IdentityModule {}
