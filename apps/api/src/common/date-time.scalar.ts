import { GraphQLScalarType, Kind } from 'graphql';
import { DomainError } from '@app/kernel';

const ISO =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function parse(value: unknown): Date {
  const date = typeof value === 'string' && ISO.test(value) ? new Date(value) : null;
  const sound = date && !Number.isNaN(date.getTime()) && date.getUTCFullYear() >= 1970 && date.getUTCFullYear() <= 9999;
  // A day that the month does not have moves on in JavaScript: 31 April is refused, not read as 1 May.
  if (
    !sound ||
    new Date(`${String(value).slice(0, 10)}T00:00:00Z`).getUTCDate() !== Number(String(value).slice(8, 10))
  ) {
    throw DomainError.invalid('A DateTime is an ISO 8601 moment with its offset, such as 2026-01-31T09:30:00Z.');
  }
  return date;
}

/** A moment: given in ISO 8601 with an offset, returned in UTC with milliseconds. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in ISO 8601 with its offset; returned in UTC, with milliseconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});
