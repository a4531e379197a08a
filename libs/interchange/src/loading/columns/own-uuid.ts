import type { RecordFields } from './record-fields';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id of a row, in a record that only exports of our own have. */
export function ownUuid(fields: RecordFields, name: string): string | null {
  const value = fields.ref(name);
  if (value !== null && !UUID.test(value)) throw fields.fault(name, 'must be an id of an export of our own');
  return value;
}
