import { randomUUID } from 'node:crypto';
import type { World } from './world';

/** An input made of what there is. */
export type Input = (world: World) => object;
/** What is wrong, who sends it, in which mutation, with which input, and the code it is refused with. */
export type BadRow = readonly [what: string, who: keyof World['users'], call: string, input: Input, code: string];

/** A fresh idempotency key. */
export const key = (): string => randomUUID();
/** An input of `ask` that is good but for this. */
export const ask = (more: object) => (w: World) => ({
  communityId: w.id['community'],
  idempotencyKey: key(),
  title: 'Why?',
  body: 'Because.',
  ...more,
});
/** An input of `createArticle` that is good but for this. */
export const article = (more: object) => ask({ title: 'Descaling', ...more });
/** An input with the ids of these things. */
export const of =
  (ids: Record<string, string>, more: object = {}): Input =>
  (w) => ({ ...Object.fromEntries(Object.entries(ids).map(([name, thing]) => [name, w.id[thing]])), ...more });
/** An input that changes settings. */
export const settings = (change: object) => of({ communityId: 'community' }, { version: 1, settings: change });

/** Characters that no text may hold. */
export const GARBLED = [
  ['a NUL', 'a\0b'],
  ['half a character', 'a\uD83Db'],
] as const;

/** One more than an Int takes. */
export const BIG = 2 ** 31;
