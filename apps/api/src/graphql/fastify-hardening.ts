import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorBody } from './http/error-body';
import { headFault, type HeadRules } from './http/request-checks';

/** What the HTTP server of an installation depends on. */
export interface FastifySettings {
  /** Addresses or networks of the proxies in front, whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
}

/** What requests are judged by before they reach GraphQL or a controller. */
export interface HardeningSettings {
  /** No GraphiQL, and nothing that it needs. */
  readonly production: boolean;
  readonly path: string;
  /** The address of the installation as browsers see it. */
  readonly publicUrl: string;
  /** Further origins whose pages may use the session cookie. */
  readonly allowedOrigins?: readonly string[];
  readonly sessionCookie: string;
}

/** Bytes of a body: the largest variables and the longest document that the guard lets anybody send, escaped. */
const BODY_LIMIT = 1_200_000;
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
const KEEP_ALIVE_TIMEOUT = 65_000;
/** How often Node looks for connections that are over time. */
const CONNECTIONS_CHECK = 5_000;
const MAX_CONNECTIONS = 2_000;
const MAX_REQUESTS_PER_SOCKET = 1_000;
const MAX_HEADER_BYTES = 16_384;

const REQUEST_ID = /^[A-Za-z0-9-]{1,64}$/;

/** Where Nest's GraphiQL page loads its parts from. */
const GRAPHIQL_PARTS = 'https://unpkg.com';

function requestId(request: { readonly headers: IncomingHttpHeaders }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

const SOCKET_FAULTS: Readonly<Record<string, readonly [string, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request came too slowly: send it again.'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers are too large: send fewer of them.'],
};

/** Answers what is no HTTP request; the connection is of no further use. */
function answerOnSocket(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = SOCKET_FAULTS[error.code ?? ''] ?? ['400 Bad Request', 'This is no well-formed request.'];
  const body = JSON.stringify(errorBody('BAD_USER_INPUT', message));
  const head = `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}`;
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\nconnection: close\r\n\r\n${body}`);
}

/** The options with which the Fastify server (Nest's `FastifyAdapter`) is made. */
export function fastifyOptions({ trustedProxies }: FastifySettings) {
  return {
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    maxRequestsPerSocket: MAX_REQUESTS_PER_SOCKET,
    http: {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      connectionsCheckingInterval: CONNECTIONS_CHECK,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestIdHeader: false as const,
    genReqId: requestId,
    clientErrorHandler: answerOnSocket,
    frameworkErrors: (_error: Error, _request: FastifyRequest, reply: FastifyReply): void => {
      void reply.code(400).send(errorBody('BAD_USER_INPUT', 'The address of this request is malformed: correct it.'));
    },
  };
}

function contentSecurityPolicy(production: boolean) {
  const nothing = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };
  if (production) return { useDefaults: false, directives: nothing };
  const parts = ["'self'", "'unsafe-inline'", GRAPHIQL_PARTS];
  const directives = { ...nothing, scriptSrc: parts, styleSrc: parts, fontSrc: parts.slice(2).concat('data:') };
  return {
    useDefaults: false,
    directives: { ...directives, connectSrc: ["'self'"], imgSrc: ["'self'", 'data:'], workerSrc: ["'self'", 'blob:'] },
  };
}

/**
 * Makes the HTTP server say no to what needs no look at the body, and put headers on its answers that tell browsers to
 * trust nothing. To be called before the application is initialised.
 */
export async function hardenFastify(fastify: FastifyInstance, settings: HardeningSettings): Promise<void> {
  const { production, path, publicUrl, allowedOrigins = [], sessionCookie } = settings;
  const origins = new Set([publicUrl, ...allowedOrigins].map((url) => new URL(url).origin));
  const rules: HeadRules = { path, pageAllowed: !production, origins, sessionCookie };
  fastify.server.maxConnections = MAX_CONNECTIONS;
  await fastify.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(production),
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: production,
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    const fault = headFault(request, rules);
    if (!fault) {
      done();
      return;
    }
    if (fault.allow) void reply.header('allow', fault.allow);
    void reply.code(fault.status).header('connection', 'close').send(errorBody(fault.code, fault.message));
  });
}
