import type { ErrorCode } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

/** Why a request is turned away by its head alone. */
export interface HeadFault {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly allow?: string;
}

/** What the heads of requests are judged by. */
export interface HeadRules {
  /** Where GraphQL is served. */
  readonly path: string;
  /** GraphiQL may be fetched. */
  readonly pageAllowed: boolean;
  /** Origins whose pages may send the session cookie along. */
  readonly origins: ReadonlySet<string>;
  /** The name of the session cookie. */
  readonly sessionCookie: string;
}

const JSON_UTF8 = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i;
const CHANGING: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

function methodFault(request: FastifyRequest, { pageAllowed }: HeadRules): HeadFault | undefined {
  const { method, headers } = request;
  if (method === 'POST' || method === 'OPTIONS') return undefined;
  if (method === 'GET' && pageAllowed && headers.accept?.includes('text/html') && !request.url.includes('?')) {
    return undefined;
  }
  return { status: 405, code: 'BAD_USER_INPUT', message: 'Send GraphQL requests by POST.', allow: 'POST' };
}

function bodyFault({ method, headers }: FastifyRequest): HeadFault | undefined {
  if (method !== 'POST') return undefined;
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return { status: 415, code: 'BAD_USER_INPUT', message: 'Send the body without compression.' };
  }
  if (JSON_UTF8.test(headers['content-type'] ?? '')) return undefined;
  return { status: 415, code: 'BAD_USER_INPUT', message: 'Send the body as application/json in UTF-8.' };
}

/** A page elsewhere can make a browser send a cookie, but neither forge where it stands nor add an Authorization. */
function originFault({ method, headers }: FastifyRequest, rules: HeadRules): HeadFault | undefined {
  if (!CHANGING.has(method) || headers.authorization !== undefined) return undefined;
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.slice(0, cookie.indexOf('=')).trim());
  if (!cookies.includes(rules.sessionCookie)) return undefined;
  const { origin } = headers;
  if (origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : rules.origins.has(origin)) return undefined;
  return {
    status: 403,
    code: 'FORBIDDEN',
    message: 'A session cookie is taken from pages of this site only: send a bearer token instead.',
  };
}

function hostFault({ url, protocol, hostname }: FastifyRequest): HeadFault | undefined {
  if (URL.canParse(url, `${protocol}://${hostname}/`)) return undefined;
  return { status: 400, code: 'BAD_USER_INPUT', message: 'The address or the host of this request is malformed.' };
}

/** What is wrong with the head of a request, before its body is read. */
export function headFault(request: FastifyRequest, rules: HeadRules): HeadFault | undefined {
  const isGraphql = request.routeOptions.url === rules.path || request.url.split('?', 1)[0] === rules.path;
  const fault = isGraphql ? (methodFault(request, rules) ?? bodyFault(request)) : undefined;
  return fault ?? hostFault(request) ?? originFault(request, rules);
}
