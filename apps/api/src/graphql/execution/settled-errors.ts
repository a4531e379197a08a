import { DomainError } from '@app/kernel';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { causeOf } from '../errors/request-ids';
import type { NullablePlaces } from './nullable-places';

/**
 * Makes the errors of compiled execution those of plain execution, or says with null that plain execution must be
 * asked. What a user did wrong is told the same way by both, but where several errors make one object null, plain
 * execution stops at the first. Anything else is rare (a fault of ours, an item of a list that was rejected), and there
 * the two may differ in more than words.
 */
export function settledErrors(result: ExecutionResult, places: NullablePlaces): ExecutionResult | null {
  if (!result.errors) return result;
  const byPlace = new Map<string, GraphQLError>();
  for (const error of result.errors) {
    const { path = [] } = error;
    if (!(causeOf(error) instanceof DomainError) || typeof path.at(-1) !== 'string') return null;
    const place = JSON.stringify(places.above(path));
    if (!byPlace.has(place)) byPlace.set(place, error);
  }
  return { ...result, errors: [...byPlace.values()] };
}
