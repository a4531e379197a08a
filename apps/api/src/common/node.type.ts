import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Anything that has an id of its own. */
@InterfaceType('Node', {
  resolveType: ({ __typename }: { readonly __typename: string }) => __typename,
  description: 'Anything that has an id of its own, and can be asked for by it.',
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque, and for good.' })
  id: string;
}
