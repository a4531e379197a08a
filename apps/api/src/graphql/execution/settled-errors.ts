import { DomainError } from '@app/kernel';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { causeOf } from '../errors/request-ids';

/** The path up to the first null on the way to where `error` happened, as text. */
function nulledAt(data: unknown, path: readonly (string | number)[]): string {
  let value = data;
  const way: (string | number)[] = [];
  for (const key of path) {
    if (typeof value !== 'object' || value === null) break;
    value = (value as Record<string | number, unknown>)[key];
    way.push(key);
  }
  return JSON.stringify(way);
}

function isKnown(error: GraphQLError): boolean {
  return causeOf(error) instanceof DomainError;
}

/**
 * Makes the errors of compiled execution those of plain execution, or says with null that plain execution must be
 * asked. What a user did wrong is told the same way by both, but where several errors make one object null, plain
 * execution stops at the first. Anything else is rare (a fault of ours, an item of a list that was rejected), and there
 * the two may differ in more than words.
 */
export function settledErrors(result: ExecutionResult): ExecutionResult | null {
  const { errors, data } = result;
  if (!errors) return result;
  if (!errors.every((error) => isKnown(error) && typeof error.path?.at(-1) === 'string')) return null;
  const byNull = new Map<string, GraphQLError>();
  for (const error of errors) {
    const place = nulledAt(data, error.path ?? []);
    if (!byNull.has(place)) byNull.set(place, error);
  }
  return { ...result, errors: [...byNull.values()] };
}
