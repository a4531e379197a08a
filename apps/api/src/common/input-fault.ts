import { DomainError } from '@app/kernel';
import type { ValidationError } from 'class-validator';

function* faultsOf(errors: readonly ValidationError[], path: string): Generator<[string, string]> {
  for (const { property, constraints, children } of errors) {
    const here = path ? `${path}.${property}` : property;
    for (const message of Object.values(constraints ?? {}))
      yield [here, message.endsWith('.') ? message : `${message}.`];
    yield* faultsOf(children ?? [], here);
  }
}

/** What is wrong with an input: the first fault as the sentence, all of them by field in the details. */
export function inputFault(errors: ValidationError[]): DomainError {
  const faults = [...faultsOf(errors, '')];
  return DomainError.invalid(faults[0]?.[1] ?? 'The input is not valid.', { fields: Object.fromEntries(faults) });
}
