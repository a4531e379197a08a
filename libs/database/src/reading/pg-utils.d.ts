declare module 'pg/lib/utils' {
  /** How the driver writes a value as a parameter of a statement. */
  export function prepareValue(value: unknown): Buffer | string | null;
}
