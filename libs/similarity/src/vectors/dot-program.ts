/** Bytes that are compared in one round of the program: two registers. */
export const ROUND_BYTES = 32;

const REGISTER_BYTES = 16;

// Codes of WebAssembly: types, sections, instructions.
const [I32, V128, FUNCTION] = [0x7f, 0x7b, 0x60];
const [TYPES, IMPORTS, FUNCTIONS, EXPORTS, CODE] = [1, 2, 3, 7, 10];
const [LOOP, NOTHING, END, BRANCH_IF] = [0x03, 0x40, 0x0b, 0x0d];
const [ADD, LESS, STORE] = [0x6a, 0x49, 0x36];
const [LOAD_8, CONSTANT_8, LANE_4, ADD_4, MULTIPLY_AND_ADD_PAIRS] = [0x00, 0x0c, 0x1b, 0xae, 0xba];

// Numbers of the parameters, and of the variables behind them.
const [AT, QUERY, INTO, COUNT, BYTES, END_OF_VECTOR, PLACE, SUM, OTHER_SUM] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/**
 * A program of WebAssembly, for what JavaScript has no words for: eight products at once. It imports a memory as
 * `from.memory` and exports one function:
 *
 *   dots(at, query, into, count, bytes)
 *
 * Into each of `count` 32-bit places from `into` on goes the dot product of the vector at `query` with one at `at` and behind
 * it, each `bytes` long (a multiple of ROUND_BYTES, of 16-bit numbers).
 */
export function dotProgram(): Uint8Array<ArrayBuffer> {
  const body = [...list([variables(2, I32), variables(2, V128)]), ...perVector(), END];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(TYPES, [[FUNCTION, ...list([[I32], [I32], [I32], [I32], [I32]]), 0]]),
    ...section(IMPORTS, [[...text('from'), ...text('memory'), 0x02, 0x00, 1]]),
    ...section(FUNCTIONS, [[0]]),
    ...section(EXPORTS, [[...text('dots'), 0x00, 0]]),
    ...section(CODE, [[...whole(body.length), ...body]]),
  ]);
}

function perVector(): number[] {
  return [
    ...[LOOP, NOTHING],
    ...[...simd(CONSTANT_8, ...Array<number>(REGISTER_BYTES).fill(0)), ...tee(SUM), ...set(OTHER_SUM)],
    ...[...get(QUERY), ...set(PLACE)],
    ...[...get(AT), ...get(BYTES), ADD, ...set(END_OF_VECTOR)],
    ...perRound(),
    ...[...get(INTO), ...sumOfBoth(), STORE, 2, 0],
    ...[...get(INTO), ...constant(4), ADD, ...set(INTO)],
    ...[...get(COUNT), ...constant(-1), ADD, ...tee(COUNT), BRANCH_IF, 0],
    END,
  ];
}

/** Two sums, so that the second need not wait for the first. */
function perRound(): number[] {
  const multiply = (sum: number, from: number): number[] => [
    ...[...get(sum), ...load(AT, from), ...load(PLACE, from)],
    ...[...simd(MULTIPLY_AND_ADD_PAIRS), ...simd(ADD_4), ...set(sum)],
  ];
  return [
    ...[LOOP, NOTHING],
    ...multiply(SUM, 0),
    ...multiply(OTHER_SUM, REGISTER_BYTES),
    ...[...get(PLACE), ...constant(ROUND_BYTES), ADD, ...set(PLACE)],
    ...[...get(AT), ...constant(ROUND_BYTES), ADD, ...tee(AT)],
    ...[...get(END_OF_VECTOR), LESS, BRANCH_IF, 0],
    END,
  ];
}

function sumOfBoth(): number[] {
  const lane = (number: number): number[] => [...get(SUM), ...simd(LANE_4, number)];
  return [
    ...[...get(SUM), ...get(OTHER_SUM), ...simd(ADD_4), ...set(SUM)],
    ...[...lane(0), ...lane(1), ADD, ...lane(2), ADD, ...lane(3), ADD],
  ];
}

function get(variable: number): number[] {
  return [0x20, variable];
}

function set(variable: number): number[] {
  return [0x21, variable];
}

/** Sets it, and leaves the value where it was. */
function tee(variable: number): number[] {
  return [0x22, variable];
}

/** @param value -64 to 63 */
function constant(value: number): number[] {
  return [0x41, value & 0x7f];
}

function simd(code: number, ...operands: readonly number[]): number[] {
  return [0xfd, ...whole(code), ...operands];
}

function load(variable: number, offset: number): number[] {
  return [...get(variable), ...simd(LOAD_8, 0, offset)];
}

function variables(count: number, type: number): number[] {
  return [count, type];
}

function section(code: number, parts: readonly (readonly number[])[]): number[] {
  const content = list(parts);
  return [code, ...whole(content.length), ...content];
}

function list(parts: readonly (readonly number[])[]): number[] {
  return [...whole(parts.length), ...parts.flat()];
}

function text(letters: string): number[] {
  return [...whole(letters.length), ...Buffer.from(letters, 'latin1')];
}

/** A whole number as it is written there: seven bits a byte, the lowest first, all but the last marked. */
function whole(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...whole(value >>> 7)];
}
