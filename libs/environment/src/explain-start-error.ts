import { isNativeError } from 'node:util/types';
import { StartFault } from './start-fault';

/** What errors of the system and of PostgreSQL carry besides their message. */
interface SystemError {
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}

const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
];

const SYSTEM: Record<string, (error: SystemError) => string> = {
  ENOSPC: ({ path }) => `The disk${path ? ` that holds ${path}` : ''} is full: free some room and start again.`,
  EROFS: ({ path }) => `${path ?? 'The disk'} cannot be written: set DATA_DIR to a folder that can.`,
  EMFILE: () => 'Too many files are open: raise the limit (ulimit -n) and start again.',
  MODULE_NOT_FOUND: () => 'A part of the installation is missing: run "npm ci" and start again.',
};

/** By PostgreSQL's own codes. */
const DATABASE: Record<string, string | ((message: string) => string)> = {
  '28P01': 'The database refuses the role and password of DATABASE_URL (or DATABASE_APP_URL): correct them.',
  '28000':
    'The database does not let the role of DATABASE_URL (or DATABASE_APP_URL) in: correct the role, or pg_hba.conf of the server.',
  '3D000': 'The database that DATABASE_URL names does not exist: create it (createdb), or correct the name.',
  '42501': (message) =>
    `The role of DATABASE_URL lacks a right (${message}): let it own the database and create roles, or set DATABASE_APP_URL to a role that is there.`,
  '53300': 'The database has no connection left: lower POOL_SIZE, or raise max_connections of the server.',
  '53100': 'The disk of the database is full: free some room and start again.',
  '57P03': 'The database is starting up or shutting down: start again in a moment.',
  '22023': 'The role answerhood_app cannot be taken on by the role of DATABASE_URL: run "npm run migrate" first.',
};

/**
 * Says in one line what hinders a start and what to do about it. An error that is none of the known hindrances is a
 * mistake of ours, and keeps its stack.
 */
export function explainStartError(error: unknown): string {
  if (error instanceof StartFault) return error.message;
  const cause = inner(error);
  if (!isNativeError(cause)) return `Answerhood could not start: ${String(cause)}`;
  return known(cause) ?? `Answerhood could not start: ${cause.stack ?? cause.message}`;
}

function known(details: Error & SystemError): string | null {
  const { code = '', message, syscall, port } = details;
  if (syscall === 'listen' || syscall === 'bind') return listening(code, details);
  if (UNREACHABLE.includes(code)) {
    const place = details.address ? ` at ${details.address}${port ? `:${port}` : ''}` : '';
    return `The database${place} cannot be reached (${code}): start it, or correct DATABASE_URL.`;
  }
  if (/^Connection terminated|timeout expired|timeout exceeded when trying to connect/.test(message)) {
    return 'The database does not answer in time: see whether it is overloaded or its address in DATABASE_URL is wrong.';
  }
  if (/server does not support SSL/.test(message))
    return 'The database speaks no TLS: leave sslmode out of DATABASE_URL.';
  if (code === 'EACCES' || code === 'EPERM') {
    return `${details.path ?? 'A file'} cannot be read or written by this user: give it the right to, or set DATA_DIR to another folder.`;
  }
  const database = DATABASE[code];
  return SYSTEM[code]?.(details) ?? (typeof database === 'function' ? database(message) : database) ?? null;
}

function listening(code: string, { address, port }: SystemError): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: stop the program that uses it, or set PORT to another (0 takes a free one).`;
    case 'EACCES':
      return `Port ${port} is not open to this user: set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${address ?? ''} is no address of this machine: correct it.`;
    default:
      return null;
  }
}

/** The error that tells most: of several tries (localhost is two addresses) the first, of a wrapped one the core. */
function inner(error: unknown): unknown {
  if (!isNativeError(error)) return error;
  const { errors, driverError, cause }: { errors?: unknown; driverError?: unknown; cause?: unknown } = error;
  if (Array.isArray(errors) && errors.length > 0) return inner(errors[0]);
  if (isNativeError(driverError)) return inner(driverError);
  return isNativeError(cause) && !('code' in error) ? inner(cause) : error;
}
