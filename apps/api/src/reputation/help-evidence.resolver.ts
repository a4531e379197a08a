import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { evidenceInWords, type HelpEvidence } from '@app/reputation';
import { aboutResolver } from './about.resolver';
import { HelpEvidenceType } from './help-evidence.type';

/** What evidence of help is about, and how it reads. */
@Resolver(() => HelpEvidenceType)
export class HelpEvidenceResolver extends aboutResolver(() => HelpEvidenceType) {
  @ResolveField(() => String, {
    description: 'All of it in words: "Solved 12 questions about calendars for 11 people, the last one 3 days ago".',
  })
  inWords(@Parent() evidence: HelpEvidence): string {
    return evidenceInWords(evidence, new Date());
  }
}
