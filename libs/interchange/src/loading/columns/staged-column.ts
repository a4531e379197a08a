import type { RecordKind } from '../../format/interchange-record';
import type { StagedContent } from '../staged-row';
import type { CopyValue } from './copy-line';
import type { RecordFields } from './record-fields';
import { recordId } from './record-id';

/** A record while it is read. */
export interface Reading {
  readonly fields: RecordFields;
  readonly content: StagedContent | null;
  readonly origin: string;
  /** Its own id. */
  readonly id: string;
}

/** A column of the table in which records of one kind are staged. */
export interface StagedColumn {
  readonly name: string;
  /** Of PostgreSQL. */
  readonly type: string;
  readonly read: (reading: Reading) => CopyValue;
  /** Made of what other columns and the text of the record say, and no part of the digest. */
  readonly derived?: boolean;
  /** The other records that it names. */
  readonly refers?: RecordKind;
}

type Read = (fields: RecordFields, reading: Reading) => CopyValue;

function columnOf(type: string): (name: string, read: Read) => StagedColumn {
  return (name, read) => ({ name, type, read: (reading) => read(reading.fields, reading) });
}

export const text = columnOf('text');
export const texts = columnOf('text[]');
export const int = columnOf('integer');
export const flag = columnOf('boolean');
export const json = columnOf('jsonb');
export const uuid = columnOf('uuid');
export const uuids = columnOf('uuid[]');

/** A moment of the record under the name that its column has there. */
export function moment(name: string, field: string): StagedColumn {
  return columnOf('timestamptz(3)')(name, (fields) => fields.moment(field));
}

/** A moment that must be there. */
export function neededMoment(name: string, field: string): StagedColumn {
  return columnOf('timestamptz(3)')(name, (fields) => fields.need(field, fields.moment(field)));
}

export function derived(column: StagedColumn): StagedColumn {
  return { ...column, derived: true };
}

/** The id of another record. */
export function idOf(name: string, kind: RecordKind, read: (fields: RecordFields) => string | null): StagedColumn {
  return uuid(name, (fields, { origin }) => {
    const ref = read(fields);
    return ref === null ? null : recordId(origin, kind, ref);
  });
}

/** The id and the external id of a member: those whose records are missing are made of what they are called here. */
export function member(name: string, read: (fields: RecordFields) => string | null): StagedColumn[] {
  return [{ ...idOf(`${name}_id`, 'member', read), refers: 'member' }, derived(text(`${name}_ref`, read))];
}

/** The ids and external ids of products, in two lists of the same order. */
export function products(): StagedColumn[] {
  const read = (fields: RecordFields): string[] => fields.refs('products') ?? [];
  const ids = columnOf('uuid[]')('product_ids', (fields, { origin }) =>
    read(fields).map((ref) => recordId(origin, 'product', ref)),
  );
  return [ids, derived(texts('product_refs', read))];
}

/** The Markdown and the HTML of the record's text. */
export function content(source: string, shown: string | null): StagedColumn[] {
  const markdown = derived(text(source, (_, reading) => reading.content?.markdown ?? ''));
  return shown ? [markdown, derived(text(shown, (_, reading) => reading.content?.html ?? ''))] : [markdown];
}

const PLACES = ['topic', 'answer', 'comment'] as const;

/** What the record is about: one id, or, where the source does not say what it is, the ids of all that it can be. */
export function on(): StagedColumn[] {
  return PLACES.map((kind) => idOf(`on_${kind}`, kind, (fields) => refOn(fields, kind)));
}

function refOn(fields: RecordFields, kind: (typeof PLACES)[number]): string | null {
  const place = fields.need('on', fields.object('on'));
  const named = [...PLACES, 'post'].filter((name) => place.has(name));
  if (named.length !== 1) throw fields.fault('on', 'must name one topic, answer, comment or post');
  return place.ref(named[0] === 'post' ? 'post' : kind);
}

/** What says the same of the same place: part of the key of records without an external id. */
export function placeKey(fields: RecordFields): string {
  const place = fields.need('on', fields.object('on'));
  return [...PLACES, 'post'].map((name) => place.ref(name) ?? '').join('\n');
}
