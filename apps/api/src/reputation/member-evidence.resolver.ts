import { Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Member } from '@app/community';
import { EVIDENCE_SHOWN, HelpEvidenceLoader, type HelpEvidence } from '@app/reputation';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { HelpEvidenceType } from './help-evidence.type';

/** What everybody may read of a member's help. */
@Resolver(() => MemberType)
export class MemberEvidenceResolver {
  constructor(private readonly loader: HelpEvidenceLoader) {}

  @Extensions({ listSize: EVIDENCE_SHOWN })
  @ResolveField(() => [HelpEvidenceType], {
    description:
      'What they solved, by product and tag, the latest first; at most ten. It follows the marks of askers within half an hour; marks that were reversed, or wait because they came in a burst, are left out.',
  })
  async helped(@Parent() { communityId, id }: Member, @Context() context: RequestContext): Promise<HelpEvidence[]> {
    return (await this.loader.load(context.viewerOf(communityId), id)) ?? [];
  }
}
