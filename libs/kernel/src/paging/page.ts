import { DomainError } from '../errors/domain-error';

/** The largest page that any list gives. */
export const MAX_PAGE = 100;
/** The page that a list gives when the client does not say. */
export const DEFAULT_PAGE = 20;

/** The four arguments of a Relay connection, as a client gave them. */
export interface PageInput {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A checked wish for one page: `size` rows after the cursor, or before it when `backward`. */
export interface PageRequest {
  readonly size: number;
  readonly cursor: string | null;
  readonly backward: boolean;
}

/** Checks the arguments of a connection; INVALID_INPUT where they contradict each other or are out of 1..100. */
export function pageRequest(input: PageInput): PageRequest {
  const backward = input.last != null || input.before != null;
  if (backward && (input.first != null || input.after != null)) {
    throw DomainError.invalid('Use first and after, or last and before, not both.');
  }
  const size = (backward ? input.last : input.first) ?? DEFAULT_PAGE;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) {
    throw DomainError.invalid(`first and last take a whole number from 1 to ${MAX_PAGE}.`);
  }
  return { size, cursor: (backward ? input.before : input.after) ?? null, backward };
}
