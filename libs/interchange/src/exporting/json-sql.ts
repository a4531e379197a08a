/** A key of a JSON object, and the SQL expression of its value as JSON text: NULL leaves the key out. */
export type JsonField = readonly [key: string, value: string];

/**
 * SQL expressions that make JSON text out of columns. PostgreSQL does the writing, because nothing that leaves it has
 * to be read again on the way to the file; keys keep the order in which they are named.
 */
export const JsonSql = {
  /** Any text. */
  text(sql: string): string {
    return `to_json(${sql})::text`;
  },

  /** A text that has nothing to escape: an id, or a word that a constraint holds to a few. */
  word(sql: string): string {
    return `'"' || ${sql} || '"'`;
  },

  /** A number, a boolean, or JSON. */
  plain(sql: string): string {
    return `(${sql})::text`;
  },

  /** A moment, in UTC and milliseconds. */
  moment(sql: string): string {
    return `'"' || to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`;
  },

  /** An object; NULL where the value of its first field is. */
  object([key, value]: JsonField, ...fields: readonly JsonField[]): string {
    const rest = fields.map(([name, sql]) => ` || coalesce(',"${name}":' || ${sql}, '')`);
    return `'{"${key}":' || ${value}${rest.join('')} || '}'`;
  },

  /** An object of one field: the first of these that is not NULL. */
  oneOf(...fields: readonly JsonField[]): string {
    return `coalesce(${fields.map((field) => JsonSql.object(field)).join(', ')})`;
  },
};
