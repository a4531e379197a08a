import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { FoundRedirect } from '@app/interchange';
import { GlobalId } from '@app/kernel';
import type { RequestContext } from '../common/request-context';
import { NodeType } from '../common/node.type';
import { NodeFinder, type FoundNode } from '../nodes/node-finder';
import { RedirectType } from './redirect.type';

/** What old addresses lead to. */
@Resolver(() => RedirectType)
export class RedirectResolver {
  constructor(private readonly nodes: NodeFinder) {}

  @ResolveField(() => NodeType, {
    nullable: true,
    description: 'The thing itself, or what it was merged into.',
  })
  target(
    @Parent() { thing, communityId, id }: FoundRedirect,
    @Context() context: RequestContext,
  ): Promise<FoundNode | null> {
    return this.nodes.find(context, GlobalId.encode(thing, communityId, id));
  }
}
