import { getMetadataArgsStorage } from 'typeorm';
import { raw, type Sql } from 'sql-template-tag';

/**
 * Columns of an entity as one JSON object under their property names, to bring rows along with the row they belong
 * to. Moments in it are texts in ISO 8601.
 */
export function jsonObject<Entity extends object>(
  entity: new () => Entity,
  alias: string,
  properties: readonly (keyof Entity & string)[],
): Sql {
  const columns = getMetadataArgsStorage()
    .filterColumns(entity)
    .filter(({ propertyName }) => properties.includes(propertyName as never));
  return raw(
    `json_build_object(${columns
      .map(({ propertyName, options }) => `'${propertyName}', ${alias}."${options.name ?? propertyName}"`)
      .join(', ')})`,
  );
}
