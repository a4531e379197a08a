import type { Type } from '@nestjs/common';
import type { Job } from './job';
import { FindAnomaliesJob } from './jobs/find-anomalies.job';
import { EmbedTextsJob } from './jobs/embed-texts.job';
import { FollowLedgersJob } from './jobs/follow-ledgers.job';
import { FindAllSuperfansJob } from './jobs/find-all-superfans.job';
import { FindSuperfansJob } from './jobs/find-superfans.job';
import { FollowSimilarityJob } from './jobs/follow-similarity.job';
import { LearnRoutingJob } from './jobs/learn-routing.job';
import { LearnRoutingsJob } from './jobs/learn-routings.job';
import { LearnSimilaritiesJob } from './jobs/learn-similarities.job';
import { LearnSimilarityJob } from './jobs/learn-similarity.job';
import { FollowMirrorsJob } from './jobs/follow-mirrors.job';
import { HoldRoutingRoundJob } from './jobs/hold-routing-round.job';
import { IndexSearchJob } from './jobs/index-search.job';
import { MakeHelpfulnessJob } from './jobs/make-helpfulness.job';
import { MirrorSearchJob } from './jobs/mirror-search.job';
import { RebuildMirrorsJob } from './jobs/rebuild-mirrors.job';
import { RecogniseEmployeeJob } from './jobs/recognise-employee.job';
import { RemoveDataExportJob } from './jobs/remove-data-export.job';
import { RenewTrustJob } from './jobs/renew-trust.job';
import { RenewTrustsJob } from './jobs/renew-trusts.job';
import { ResumeIndexingJob } from './jobs/resume-indexing.job';
import { RouteTopicJob } from './jobs/route-topic.job';
import { SendMailJob } from './jobs/send-mail.job';
import { SweepMirrorJob } from './jobs/sweep-mirror.job';
import { SweepMirrorsJob } from './jobs/sweep-mirrors.job';
import { SweepSearchJob } from './jobs/sweep-search.job';
import { TidyAsksJob } from './jobs/tidy-asks.job';
import { TidyIdentityJob } from './jobs/tidy-identity.job';
import { TidySearchesJob } from './jobs/tidy-searches.job';
import { WarmRoutingJob } from './jobs/warm-routing.job';
import { WriteDataExportJob } from './jobs/write-data-export.job';
import { WriteSearchesJob } from './jobs/write-searches.job';
import { WriteTopicViewsJob } from './jobs/write-topic-views.job';

/** Every job that the worker knows. */
export const jobs: Type<Job<never>>[] = [
  EmbedTextsJob,
  FindAnomaliesJob,
  FollowLedgersJob,
  FindAllSuperfansJob,
  FindSuperfansJob,
  FollowSimilarityJob,
  LearnRoutingJob,
  LearnRoutingsJob,
  LearnSimilaritiesJob,
  LearnSimilarityJob,
  FollowMirrorsJob,
  HoldRoutingRoundJob,
  IndexSearchJob,
  MakeHelpfulnessJob,
  MirrorSearchJob,
  RebuildMirrorsJob,
  RecogniseEmployeeJob,
  RemoveDataExportJob,
  RenewTrustJob,
  RenewTrustsJob,
  ResumeIndexingJob,
  RouteTopicJob,
  SendMailJob,
  SweepMirrorJob,
  SweepMirrorsJob,
  SweepSearchJob,
  TidyAsksJob,
  TidyIdentityJob,
  TidySearchesJob,
  WarmRoutingJob,
  WriteDataExportJob,
  WriteSearchesJob,
  WriteTopicViewsJob,
];
