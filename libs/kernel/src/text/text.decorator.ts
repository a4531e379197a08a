import { Transform } from 'class-transformer';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import { isWellFormed } from './text.rules';

/** How one kind of text is brought into the form it is stored in, and what is wrong with it then. */
export interface TextRule {
  readonly name: string;
  readonly normalise: (text: string) => string;
  /** The end of a sentence that begins with the field's name, or null where nothing is wrong. */
  readonly fault: (value: unknown) => string | null;
  /** Whether the field is a list, and the rule is for each of its items. */
  readonly each?: boolean;
}

/** A property decorator that normalises a text when the input is read and then checks it. */
export function textRule(rule: TextRule): PropertyDecorator {
  const { name, normalise, fault, each = false } = rule;
  const clean = (value: unknown): unknown =>
    typeof value === 'string' && isWellFormed(value) ? normalise(value) : value;
  const transform = Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map(clean) : clean(value),
  );
  const check = ValidateBy(
    {
      name,
      validator: {
        validate: (value: unknown) => fault(value) === null,
        defaultMessage: (args?: ValidationArguments) => `${args?.property ?? 'text'} ${faultOf(args?.value, rule)}`,
      },
    },
    { each },
  );
  return (target, key) => {
    transform(target, key);
    check(target, key);
  };
}

function faultOf(value: unknown, { fault, each }: TextRule): string {
  const items: unknown[] = each && Array.isArray(value) ? value : [value];
  return items.map((item) => fault(item)).find((found) => found !== null) ?? 'must be a list of texts';
}
