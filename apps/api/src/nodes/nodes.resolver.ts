import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { DomainError, MAX_PAGE } from '@app/kernel';
import { Allow } from '../common/allow.decorator';
import { NodeType } from '../common/node.type';
import type { RequestContext } from '../common/request-context';
import { NodeFinder, type FoundNode } from './node-finder';

/** Finds anything by its id. */
@Resolver()
export class NodesResolver {
  constructor(private readonly finder: NodeFinder) {}

  @Query(() => NodeType, { nullable: true, description: 'The thing with this id; null where the viewer sees none.' })
  @Allow('anyone')
  node(
    @Args('id', { type: () => ID, description: 'The id, as this API gave it.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<FoundNode | null> {
    return this.finder.find(context, id);
  }

  @Query(() => [NodeType], {
    nullable: 'items',
    description: 'The things with these ids, in their order; null in place of each that the viewer does not see.',
  })
  @Allow('anyone')
  nodes(
    @Args('ids', { type: () => [ID], description: `Up to ${MAX_PAGE} ids, of any kind and community.` }) ids: string[],
    @Context() context: RequestContext,
  ): Promise<(FoundNode | null)[]> {
    if (ids.length > MAX_PAGE) throw DomainError.invalid(`Ask for at most ${MAX_PAGE} ids at once.`);
    return Promise.all(ids.map((id) => this.finder.find(context, id)));
  }
}
