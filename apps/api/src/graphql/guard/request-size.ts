import { refusal } from '../errors/refusal';
import type { DocumentSizes } from './document-sizes';
import type { GuardLimits } from './limits';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Walks without recursion: the value may be nested deeper than a stack. */
function isNestedDeeper(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      if (depth >= limit) return true;
      for (const child of Object.values(item)) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return false;
}

function checkValues(values: unknown, limits: GuardLimits): void {
  if (!isRecord(values)) return;
  if (isNestedDeeper(values, limits.nesting + 1)) {
    throw refusal('BAD_USER_INPUT', 'The variables are nested too deep: send flatter values.');
  }
  if (Buffer.byteLength(JSON.stringify(values)) > limits.variablesBytes) {
    throw refusal('QUERY_TOO_COMPLEX', 'The variables are too large: send less in one request.');
  }
}

/**
 * Turns away what is too large to be worth validating. `body` is the JSON of the request; what is wrong with it
 * otherwise is left to the GraphQL server. Throws a refusal.
 */
export function checkRequestSize(body: unknown, limits: GuardLimits, documents: DocumentSizes): void {
  if (Array.isArray(body)) throw refusal('BAD_USER_INPUT', 'Send one operation per request, not a list of them.');
  if (!isRecord(body)) return;
  if (typeof body['query'] === 'string') documents.check(body['query'], limits);
  checkValues(body['variables'], limits);
  checkValues(body['extensions'], limits);
}
