import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Community } from '@app/community';
import { RedirectsReader, type FoundRedirect } from '@app/interchange';
import type { RequestContext } from '../common/request-context';
import { CommunityType } from '../communities/community.type';
import { RedirectType } from './redirect.type';

/** The old addresses of a community. */
@Resolver(() => CommunityType)
export class CommunityRedirectResolver {
  constructor(private readonly redirects: RedirectsReader) {}

  @ResolveField(() => RedirectType, {
    nullable: true,
    description:
      'What an address of the system before leads to, of an imported community; null where it leads to nothing that the viewer sees. The same as an HTTP redirect: /r/<slug of the community><path>.',
  })
  redirect(
    @Parent() community: Community,
    @Args('path', { description: 'The path with its query, as it was asked for: it begins with /.' }) path: string,
    @Context() context: RequestContext,
  ): Promise<FoundRedirect | null> {
    return this.redirects.find(context.viewerOf(community.id), path);
  }
}
