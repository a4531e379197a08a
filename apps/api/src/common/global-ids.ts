import { isObjectType, type GraphQLSchema } from 'graphql';
import { GlobalId, NO_COMMUNITY, type Thing } from '@app/kernel';

interface Row {
  readonly id: string;
  readonly communityId?: string;
}

const TOPICS = new Set(['Question', 'Problem', 'Idea', 'Praise', 'Update']);

/** Gives the `id` of every Node type its resolver: rows hold keys, clients see global ids. */
export function withGlobalIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) continue;
    const thing = (TOPICS.has(type.name) ? 'Topic' : type.name) as Thing;
    const id = type.getFields()['id'];
    if (!id) continue;
    id.resolve =
      thing === 'Community'
        ? ({ id: key }: Row) => GlobalId.encode(thing, key, key)
        : ({ id: key, communityId }: Row) => GlobalId.encode(thing, communityId ?? NO_COMMUNITY, key);
  }
  return schema;
}
