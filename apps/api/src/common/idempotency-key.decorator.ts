import { applyDecorators } from '@nestjs/common';
import { Field } from '@nestjs/graphql';
import { Matches } from 'class-validator';

/** The input field by which a create that is sent twice happens once. */
export function IdempotencyKey(): PropertyDecorator {
  return applyDecorators(
    Field(() => String, {
      description:
        'A new random text for each thing to be made (a UUID, say): the same call again returns the same thing.',
    }),
    Matches(/^[\x21-\x7e]{8,100}$/, {
      message: 'idempotencyKey takes 8 to 100 visible ASCII characters, such as a UUID.',
    }),
  );
}
