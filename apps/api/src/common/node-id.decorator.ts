import { applyDecorators } from '@nestjs/common';
import { Field, ID } from '@nestjs/graphql';
import { GlobalId, type Thing } from '@app/kernel';
import { Transform } from 'class-transformer';

interface NodeIdOptions {
  readonly nullable?: boolean;
  readonly each?: boolean;
  readonly description?: string;
}

/** The key in an id that a client gave: of one of these things, else NOT_FOUND; no id at all is INVALID_INPUT. */
export function keyOf(value: unknown, ...things: Thing[]): string {
  return GlobalId.of(value, ...things).id;
}

/** An input field that takes the global id of a thing and gives the service its key. */
export function NodeId(
  thing: Thing,
  { nullable = false, each = false, description }: NodeIdOptions = {},
): PropertyDecorator {
  return applyDecorators(
    Field(() => (each ? [ID] : ID), {
      nullable,
      description: description ?? `The id of ${/^[AI]/.test(thing) ? 'an' : 'a'} ${thing}.`,
    }),
    Transform(({ value }: { value: unknown }) => {
      if (value === null || value === undefined) return value;
      return Array.isArray(value) ? value.map((item) => keyOf(item, thing)) : keyOf(value, thing);
    }),
  );
}
