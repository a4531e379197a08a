import { textRule } from './text.decorator';
import { bodyTextFault, normaliseBodyText, type TextLength } from './text.rules';

/**
 * A Markdown source, of 1 to 20,000 code points unless another length is given; NUL, lone surrogates, control
 * characters and blanks are refused.
 */
export function BodyText(length?: TextLength): PropertyDecorator {
  return textRule({ name: 'bodyText', normalise: normaliseBodyText, fault: (value) => bodyTextFault(value, length) });
}
