import { textRule } from './text.decorator';

/** ASCII only, so that no handle can look like another one by letters of another script. */
const HANDLE = /^[a-z0-9][a-z0-9_-]{2,29}$/;

/** A handle as it is stored: trimmed and lower-case. */
export function normaliseHandle(text: string): string {
  return text.trim().toLowerCase();
}

/** Why a normalised value is no handle, as the end of a sentence; null where it is one. */
export function handleFault(value: unknown): string | null {
  if (typeof value === 'string' && HANDLE.test(value)) return null;
  return 'must be 3 to 30 of a-z, 0-9, _ and -, and begin with a letter or a digit';
}

/** The unique name of a member in the community, lower-cased before it is checked. */
export function Handle(): PropertyDecorator {
  return textRule({ name: 'handle', normalise: normaliseHandle, fault: handleFault });
}
