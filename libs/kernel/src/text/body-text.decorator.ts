import { textRule } from './text.decorator';
import { bodyTextFault, normaliseBodyText } from './text.rules';

/** A Markdown source of 1 to 20,000 code points; NUL, lone surrogates, control characters and blanks are refused. */
export function BodyText(): PropertyDecorator {
  return textRule({ name: 'bodyText', normalise: normaliseBodyText, fault: (value) => bodyTextFault(value) });
}
