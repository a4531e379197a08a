import type { ViewersService } from '@app/community';
import { ANONYMOUS, type Authenticator, type CredentialUse, type Principal } from '@app/identity';
import { DomainError } from '@app/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenContext } from '../graphql/guarded-context';
import { RequestContext } from './request-context';
import type { SessionCookie } from './session-cookie';

/** What requests are opened with. */
export interface ContextServices {
  readonly authenticator: Authenticator;
  readonly viewers: ViewersService;
  readonly use: CredentialUse;
  readonly cookie: SessionCookie;
}

/** The secret in the Authorization header; null where there is no bearer token. */
function bearerOf({ headers }: FastifyRequest): string | null {
  return /^Bearer ([\x21-\x7e]{1,200})$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** Opens the context of each request: the one place where it is found out who asks. */
export function contextOpener(services: ContextServices): OpenContext {
  return async (request, reply) =>
    new RequestContext(await principalOf(request, reply, services), request, reply, services);
}

async function principalOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { authenticator, cookie }: ContextServices,
): Promise<Principal> {
  const bearer = bearerOf(request);
  if (bearer !== null) {
    const principal = await authenticator.find(bearer);
    if (principal) return principal;
    throw new DomainError('UNAUTHENTICATED', 'This session or key is no longer valid: log in again.');
  }
  const token = cookie.read(request);
  if (token === null) return ANONYMOUS;
  const principal = await authenticator.find(token);
  if (principal?.kind === 'session') return principal;
  // A browser sends its cookie whether it is still good or not, also with the login that is to replace it.
  cookie.clear(reply);
  return ANONYMOUS;
}
