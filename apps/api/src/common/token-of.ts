import type { FastifyRequest } from 'fastify';

/** The cookie of a browser's session. Browsers take it over https only, and from this host only. */
export const SESSION_COOKIE = '__Host-sid';

/** The secret that a request carries: a bearer token, or the session cookie of a browser. */
export function tokenOf({ headers }: FastifyRequest): string | null {
  const bearer = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer) return bearer;
  const cookie = (headers.cookie ?? '').split(/;\s*/).find((part) => part.startsWith(`${SESSION_COOKIE}=`));
  return cookie?.slice(SESSION_COOKIE.length + 1) ?? null;
}
