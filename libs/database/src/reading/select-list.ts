import { getMetadataArgsStorage } from 'typeorm';
import type { ColumnMetadataArgs } from 'typeorm/metadata-args/ColumnMetadataArgs';
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

function nameOf(alias: string, { propertyName, options }: ColumnMetadataArgs): string {
  return `${alias}."${options.name ?? propertyName}"`;
}

function listOf(entity: new () => object, alias: string, properties: readonly string[] | undefined): Sql {
  const columns = getMetadataArgsStorage().filterColumns(entity);
  const wanted = properties ? columns.filter(({ propertyName }) => properties.includes(propertyName)) : columns;
  return raw(wanted.map((column) => `${nameOf(alias, column)} AS "${column.propertyName}"`).join(', '));
}

/** The properties of an entity that are columns, in the order of the entity. */
export function propertiesOf<Entity extends object>(entity: new () => Entity): (keyof Entity & string)[] {
  return getMetadataArgsStorage()
    .filterColumns(entity)
    .map(({ propertyName }) => propertyName as keyof Entity & string);
}

/** The column behind a property of an entity, as statements name it. */
export function columnOf<Entity extends object>(
  entity: new () => Entity,
  alias: string,
  property: keyof Entity & string,
): string {
  const column = getMetadataArgsStorage()
    .filterColumns(entity)
    .find(({ propertyName }) => propertyName === property);
  if (!column) throw new Error(`${entity.name} has no column for ${property}.`);
  return nameOf(alias, column);
}
