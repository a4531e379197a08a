import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Connection } from '@app/kernel';
import { PageInfoType } from './page-info.type';

/** A class, abstract or not, that stands for a type of the schema. */
type SchemaClass<T> = Function & { readonly prototype: T };

/** Makes the connection type of a node type, `TopicConnection` of `Topic`; call it once per node type. */
export function connectionOf<T>(name: string, node: () => SchemaClass<T>): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, {
    description: `${/^[AEIO]/.test(name) ? 'An' : 'A'} ${name} in a list, with its place there.`,
  })
  class Edge {
    @Field(() => String, { description: 'The place of the node in this list.' })
    cursor: string;

    @Field(() => node(), { description: 'The node itself.' })
    node: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}s.` })
  class Page {
    @Field(() => [Edge], { description: 'The nodes with their places.' })
    edges: Edge[];

    @Field(() => [node()], { description: 'The nodes alone.' })
    nodes: T[];

    @Field(() => PageInfoType, { description: 'Where the page stands in the list.' })
    pageInfo: PageInfoType;
  }
  return Page;
}
