import { normalisePlainText } from '@app/kernel';
import { FieldFault } from './field.fault';

const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const LARGEST_INT = 2_147_483_647;
const LONGEST_REF = 500;

/** The fields of one record, or of an object in it, read as what they should be. A field that is null is absent. */
export class RecordFields {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly prefix = '',
  ) {}

  has(name: string): boolean {
    return this.values[name] != null;
  }

  /** A text as it is, without what no text column takes. */
  text(name: string): string | null {
    const value = this.values[name];
    if (value == null) return null;
    if (typeof value !== 'string') throw this.fault(name, 'must be a text');
    return storable(value);
  }

  /** One line of text, cut where it is longer than `max` code points; null where it is blank. */
  line(name: string, max: number): string | null {
    const value = this.text(name);
    return value === null ? null : cut(oneLine(value), max) || null;
  }

  /** The external id of something. */
  ref(name: string): string | null {
    const value = this.text(name);
    if (value === null) return null;
    if (value === '' || value.length > LONGEST_REF) throw this.fault(name, `must have 1 to ${LONGEST_REF} characters`);
    return value;
  }

  /** External ids, each once. */
  refs(name: string): string[] | null {
    return this.texts(name)?.filter((ref) => ref !== '' && ref.length <= LONGEST_REF) ?? null;
  }

  /** Texts, each once. */
  texts(name: string): string[] | null {
    const value = this.values[name];
    if (value == null) return null;
    if (!Array.isArray(value) || !value.every((item): item is string => typeof item === 'string')) {
      throw this.fault(name, 'must be a list of texts');
    }
    return [...new Set(value.map(storable))];
  }

  /** A moment as it is stored; what lasts until somebody ends it may lie in any year of four digits. */
  moment(name: string, { endless = false } = {}): string | null {
    const value = this.text(name);
    if (value === null) return null;
    const time = Date.parse(value);
    if (Number.isNaN(time) || !/^\d{4}-\d\d-\d\d/.test(value)) throw this.fault(name, 'must be a moment in ISO 8601');
    if (time < EARLIEST || (time >= LATEST && !endless)) throw this.fault(name, 'must lie between 1970 and 2100');
    return new Date(time).toISOString();
  }

  int(name: string): number | null {
    const value = this.values[name];
    if (value == null) return null;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > LARGEST_INT) {
      throw this.fault(name, 'must be a whole number from 0 on');
    }
    return value;
  }

  flag(name: string): boolean | null {
    const value = this.values[name];
    if (value == null) return null;
    if (typeof value !== 'boolean') throw this.fault(name, 'must be true or false');
    return value;
  }

  oneOf<Name extends string>(name: string, names: readonly Name[]): Name | null {
    const value = this.values[name];
    if (value == null) return null;
    const found = names.find((known) => known === value);
    if (!found) throw this.fault(name, `must be one of ${names.join(', ')}`);
    return found;
  }

  object(name: string): RecordFields | null {
    const value = this.values[name];
    if (value == null) return null;
    if (typeof value !== 'object' || Array.isArray(value)) throw this.fault(name, 'must be an object');
    return new RecordFields(value as Readonly<Record<string, unknown>>, `${this.prefix}${name}.`);
  }

  /** All of it, as texts can be stored. */
  plain(): unknown {
    return JSON.parse(JSON.stringify(this.values), (_, value: unknown) =>
      typeof value === 'string' ? storable(value) : value,
    );
  }

  /** A value that may be absent everywhere but here. */
  need<T>(name: string, value: T | null): T {
    if (value === null) throw this.fault(name, 'is missing');
    return value;
  }

  fault(name: string, end: string): FieldFault {
    return new FieldFault(`${this.prefix}${name} ${end}`);
  }
}

function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** Line breaks and other controls, with the spaces about them, become one space. */
function oneLine(text: string): string {
  return normalisePlainText(text.replace(/ *\p{Cc}[ \p{Cc}]*/gu, ' '));
}

/** The first `max` code points. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : Array.from(text).slice(0, max).join('').trimEnd();
}
