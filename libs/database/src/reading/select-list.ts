import { getMetadataArgsStorage } from 'typeorm';
import { raw, type Sql } from 'sql-template-tag';

/** Lists are the same each time, and asked for with each statement. */
const made = new WeakMap<object, Map<string, Sql>>();

/**
 * The columns of an entity as a select list under their property names, so that a plain row has the shape of
 * the entity: `t."community_id" AS "communityId", …`. A list, where given, picks properties.
 */
export function selectList<Entity extends object>(
  entity: new () => Entity,
  alias: string,
  properties?: readonly (keyof Entity & string)[],
): Sql {
  const lists = made.get(entity) ?? new Map<string, Sql>();
  const key = `${alias} ${properties?.join() ?? '*'}`;
  const list = lists.get(key) ?? listOf(entity, alias, properties);
  made.set(entity, lists.set(key, list));
  return list;
}

function listOf(entity: new () => object, alias: string, properties: readonly string[] | undefined): Sql {
  const columns = getMetadataArgsStorage().filterColumns(entity);
  const wanted = properties ? columns.filter(({ propertyName }) => properties.includes(propertyName)) : columns;
  return raw(
    wanted
      .map(({ propertyName, options }) => `${alias}."${options.name ?? propertyName}" AS "${propertyName}"`)
      .join(', '),
  );
}

/** The properties of an entity that are columns, in the order of the entity. */
export function propertiesOf<Entity extends object>(entity: new () => Entity): (keyof Entity & string)[] {
  return getMetadataArgsStorage()
    .filterColumns(entity)
    .map(({ propertyName }) => propertyName as keyof Entity & string);
}
