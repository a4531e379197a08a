import { textRule } from './text.decorator';
import { normaliseDisplayName, normalisePlainText, plainTextFault, TEXT_LIMITS, type TextLength } from './text.rules';

/**
 * One line of text, `min` to `max` code points long: trimmed, NFC; NUL, lone surrogates, control characters and
 * blank texts are refused. `each` for a list of them.
 */
export function PlainText({ min, max, each }: TextLength & { each?: boolean }): PropertyDecorator {
  return textRule({
    name: 'plainText',
    normalise: normalisePlainText,
    fault: (value) => plainTextFault(value, { min, max }),
    each,
  });
}

/** The name a member shows: 1 to 60 code points, without zero-width characters. */
export function DisplayName(): PropertyDecorator {
  return textRule({
    name: 'displayName',
    normalise: normaliseDisplayName,
    fault: (value) => plainTextFault(value, { min: 1, max: TEXT_LIMITS.displayName }),
  });
}
