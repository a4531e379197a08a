import type { Instant } from '../../format/record-parts';
import { instantOf, instantOfMillis } from './instant';
import { RowFault } from './row.fault';

const ID = /^[^\s\p{Cc}][^\p{Cc}]{0,199}$/u;
const YES = ['true', 't', '1', 'yes', 'y'];
const NO = ['false', 'f', '0', 'no', 'n'];

/**
 * The fields of one row or object of a source, read by what they should be. CSV gives texts where JSON gives numbers
 * and truths, so both are taken. What is missing is null; what is something else throws {@link RowFault}.
 */
export class Fields {
  private constructor(
    private readonly values: object,
    private readonly nothing: readonly string[],
  ) {}

  /**
   * @param nothing texts that stand for a missing value, as `NULL` does in tables written by databases
   * @throws RowFault where the value is no object
   */
  static of(value: unknown, nothing: readonly string[] = []): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new RowFault('This must be an object with fields.');
    return new Fields(value, nothing);
  }

  /** Whether the field says anything. */
  has(name: string): boolean {
    return this.value(name) !== null;
  }

  /** An id that must be there. */
  id(name: string): string {
    return this.required(name, this.maybeId(name));
  }

  /** Numbers and their digits are the same id. */
  maybeId(name: string): string | null {
    const value = this.value(name);
    if (value === null) return null;
    const id = Number.isSafeInteger(value) ? String(value) : typeof value === 'string' ? value.trim() : '';
    if (id === '') return typeof value === 'string' ? null : this.wrong(name, 'an id');
    return ID.test(id) ? id : this.wrong(name, 'an id');
  }

  /** A text as it stands; null where it is missing or blank. */
  text(name: string): string | null {
    const value = this.value(name);
    if (value === null) return null;
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return this.wrong(name, 'a text');
    return value.trim() === '' ? null : value;
  }

  /** A text of one line, without white space around it and with single spaces in it. */
  line(name: string): string | null {
    return this.text(name)?.replace(/\s+/gu, ' ').trim() ?? null;
  }

  /** A whole number from 0. */
  count(name: string): number | null {
    const value = this.integer(name);
    return value !== null && value < 0 ? this.wrong(name, 'a whole number from 0') : value;
  }

  /** A whole number. */
  integer(name: string): number | null {
    const value = this.value(name);
    if (value === null || value === '') return null;
    const number = typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(number) ? Number(number) : this.wrong(name, 'a whole number');
  }

  /** Whether something is so; a missing field says no. */
  flag(name: string): boolean {
    const value = this.value(name);
    if (value === null || value === '') return false;
    const word = String(value).trim().toLowerCase();
    if (YES.includes(word)) return true;
    return NO.includes(word) ? false : this.wrong(name, 'yes or no');
  }

  /** A moment that must be there. */
  instant(name: string): Instant {
    return this.required(name, this.maybeInstant(name));
  }

  /** A date, UTC where it names no zone. */
  maybeInstant(name: string): Instant | null {
    const text = this.text(name);
    if (text === null) return null;
    return instantOf(text) ?? this.wrong(name, 'a date');
  }

  /** A moment that must be there, in milliseconds since 1970. */
  millis(name: string): Instant {
    return this.required(name, this.maybeMillis(name));
  }

  /** A moment in milliseconds since 1970. */
  maybeMillis(name: string): Instant | null {
    const millis = this.count(name);
    return millis === null ? null : (instantOfMillis(millis) ?? this.wrong(name, 'a time in milliseconds since 1970'));
  }

  /** A list; empty where it is missing. */
  list(name: string): readonly unknown[] {
    const value = this.value(name);
    if (value === null) return [];
    return Array.isArray(value) ? value : this.wrong(name, 'a list');
  }

  /** An object in this one. */
  inner(name: string): Fields | null {
    const value = this.value(name);
    if (value === null) return null;
    return typeof value === 'object' && !Array.isArray(value) ? Fields.of(value) : this.wrong(name, 'an object');
  }

  /** What stands there, for values that come in several shapes; null where nothing does. */
  value(name: string): unknown {
    const value: unknown = Object.hasOwn(this.values, name) ? (Reflect.get(this.values, name) ?? null) : null;
    return typeof value === 'string' && this.nothing.includes(value.trim()) ? null : value;
  }

  private required<V>(name: string, value: V | null): V {
    if (value === null) throw new RowFault(`The field ${name} is missing.`);
    return value;
  }

  private wrong(name: string, what: string): never {
    throw new RowFault(`The field ${name} must be ${what}.`);
  }
}
