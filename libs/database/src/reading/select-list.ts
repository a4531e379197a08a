import { getMetadataArgsStorage } from 'typeorm';
import { raw, type Sql } from 'sql-template-tag';

/**
 * The columns of an entity as a select list under their property names, so that a plain row has the shape of
 * the entity: `t."community_id" AS "communityId", …`. A list, where given, picks properties.
 */
export function selectList<Entity extends object>(
  entity: new () => Entity,
  alias: string,
  properties?: readonly (keyof Entity & string)[],
): Sql {
  const columns = getMetadataArgsStorage().filterColumns(entity);
  const wanted = properties
    ? columns.filter(({ propertyName }) => properties.includes(propertyName as never))
    : columns;
  return raw(
    wanted
      .map(({ propertyName, options }) => `${alias}."${options.name ?? propertyName}" AS "${propertyName}"`)
      .join(', '),
  );
}
