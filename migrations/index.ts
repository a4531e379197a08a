import { InitialSchema1795323280122 } from './1795323280122-InitialSchema';
import { Tenancy1795323280123 } from './1795323280123-Tenancy';
import { Interchange1795360000000 } from './1795360000000-Interchange';
import { SearchChanges1795370000000 } from './1795370000000-SearchChanges';
import { SearchDocuments1795370000001 } from './1795370000001-SearchDocuments';
import { SearchMirrors1795370000002 } from './1795370000002-SearchMirrors';
import { SearchRecords1795370000003 } from './1795370000003-SearchRecords';
import { SimilarityModels1795370000004 } from './1795370000004-SimilarityModels';
import { AskAttempts1795370000005 } from './1795370000005-AskAttempts';
import { ArticleVotes1795370000006 } from './1795370000006-ArticleVotes';
import { Embeddings1795370000007 } from './1795370000007-Embeddings';
import { UuidsOfOlderServers1795379999999 } from './1795379999999-UuidsOfOlderServers';
import { FittedConfidence1795380000000 } from './1795380000000-FittedConfidence';
import { ReputationLedger1795380000001 } from './1795380000001-ReputationLedger';
import { TrustEpochs1795380000002 } from './1795380000002-TrustEpochs';
import { ReputationProcess1795380000003 } from './1795380000003-ReputationProcess';
import { Helpfulness1795380000004 } from './1795380000004-Helpfulness';
import { Routing1795380000005 } from './1795380000005-Routing';
import { Superfans1795380000006 } from './1795380000006-Superfans';
import { LearnedRouting1795380000007 } from './1795380000007-LearnedRouting';
import { Recognitions1795380000008 } from './1795380000008-Recognitions';
import { WordsAsNumbers1795390000001 } from './1795390000001-WordsAsNumbers';
import { TimedRounds1795390000002 } from './1795390000002-TimedRounds';
import { AskerCircles1795390000005 } from './1795390000005-AskerCircles';

/** All migrations, oldest first. */
export const migrations: (new () => object)[] = [
  InitialSchema1795323280122,
  Tenancy1795323280123,
  Interchange1795360000000,
  SearchChanges1795370000000,
  SearchDocuments1795370000001,
  SearchMirrors1795370000002,
  SearchRecords1795370000003,
  SimilarityModels1795370000004,
  AskAttempts1795370000005,
  ArticleVotes1795370000006,
  Embeddings1795370000007,
  UuidsOfOlderServers1795379999999,
  FittedConfidence1795380000000,
  ReputationLedger1795380000001,
  TrustEpochs1795380000002,
  ReputationProcess1795380000003,
  Helpfulness1795380000004,
  Routing1795380000005,
  Superfans1795380000006,
  LearnedRouting1795380000007,
  Recognitions1795380000008,
  WordsAsNumbers1795390000001,
  TimedRounds1795390000002,
  AskerCircles1795390000005,
];
