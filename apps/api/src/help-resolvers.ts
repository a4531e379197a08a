import type { Provider } from '@nestjs/common';
import { AnomalyConfirmationResolver } from './reputation/anomaly-confirmation.resolver';
import { AnomalyResolver } from './reputation/anomaly.resolver';
import { AskedPeopleResolver } from './asks/asked-people.resolver';
import { AskedPersonResolver } from './asks/asked-person.resolver';
import { AsksResolver } from './asks/asks.resolver';
import { CarrierResolver } from './superfans/carrier.resolver';
import { DisputeLineResolver } from './reputation/dispute-line.resolver';
import { DisputeResolver } from './reputation/dispute.resolver';
import { EscalationsResolver } from './asks/escalations.resolver';
import { HelpfulnessResolver } from './reputation/helpfulness.resolver';
import { HelpEvidenceResolver } from './reputation/help-evidence.resolver';
import { MemberBadgesResolver } from './superfans/member-badges.resolver';
import { MemberEvidenceResolver } from './reputation/member-evidence.resolver';
import { RecognitionResolver } from './superfans/recognition.resolver';
import { ReputationLineResolver } from './reputation/reputation-line.resolver';
import { ReputationResolver } from './reputation/reputation.resolver';
import { RoutingPreferencesResolver } from './asks/routing-preferences.resolver';
import { SolvedTopicResolver } from './superfans/solved-topic.resolver';
import { SuperfanCarryResolver } from './superfans/superfan-carry.resolver';
import { SuperfansResolver } from './superfans/superfans.resolver';
import { TopicAskResolver } from './asks/topic-ask.resolver';
import { VouchResolver } from './trust/vouch.resolver';
import { VouchingResolver } from './trust/vouching.resolver';

/** What answers the fields about who helps, whose word counts and who is asked. */
export const helpResolvers: Provider[] = [
  AnomalyConfirmationResolver,
  AnomalyResolver,
  AskedPeopleResolver,
  AskedPersonResolver,
  AsksResolver,
  CarrierResolver,
  DisputeLineResolver,
  DisputeResolver,
  EscalationsResolver,
  HelpEvidenceResolver,
  HelpfulnessResolver,
  MemberBadgesResolver,
  MemberEvidenceResolver,
  RecognitionResolver,
  ReputationLineResolver,
  ReputationResolver,
  RoutingPreferencesResolver,
  SolvedTopicResolver,
  SuperfanCarryResolver,
  SuperfansResolver,
  TopicAskResolver,
  VouchResolver,
  VouchingResolver,
];
