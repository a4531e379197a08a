export { LearningThread, type LearningRun } from './learning/learning.thread';
export type { ArticleExample, Example, ThreadExample } from './learning/example';
export { SeededRandom } from './learning/seeded-random';
export { TRAINING, type TrainingOptions } from './learning/training';
export { WordVectors } from './vectors/word-vectors';
export type { Comparison } from './ranking/comparison';
export { ThreadMemory } from './ranking/thread-memory';
export { best } from './ranking/best';
export { Bm25 } from './ranking/bm25';
export type { Neighbour } from './ranking/neighbours';
export { ArticleRanker, type ArticleSuggestion } from './ranking/article-ranker';
export { RelatedRanker, type RelatedSuggestion } from './ranking/related-ranker';
export type { History, PastArticle, PastLink, PastReply, PastThread } from './evaluation/history';
export { pastExamples } from './evaluation/past-examples';
export type { AlarmFigures, AlarmStanding } from './evaluation/alarms';
export { ConfiguredEmbedder } from './embedding/configured-embedder';
export { EMBED_TEXTS_TASK, EmbeddingQueue } from './embedding/embedding-queue';
export { EmbeddingsFollower } from './embedding/embeddings.follower';
export { EmbedderDown, type Embedder } from './embedding/embedder';
export { embeddedText, QueryEmbedder } from './embedding/query-embedder';
export { CommunityHistoryReader, type CommunityHistory } from './evaluation/community-history.reader';
export type { Period, Standing } from './evaluation/evaluation';
export { LabelLinksReader, type LabelledLink } from './evaluation/label-links.reader';
export type { PastEngine } from './evaluation/past-engine';
export type { PastVectors } from './evaluation/past-vectors';
export { meanOf, type Figure, type RankFigures } from './evaluation/rank-metrics';
export { Replay } from './evaluation/replay';
export {
  SuggestionsEvaluation,
  type EvaluationOptions,
  type SuggestionStandings,
} from './evaluation/suggestions.evaluation';
export { englishWords, ownWords, type WordsOf } from './evaluation/words-of';
export {
  Similarity,
  type LikeTopic,
  type SimilarCandidate,
  type SimilarityBasis,
  type SimilarityFindings,
  type SimilarityReasons,
  type SimilarThread,
  type SuggestionQuery,
} from './serving/similarity';
export { BurstsService, TOPIC_BURST } from './bursts/bursts.service';
export type { GateFigures } from './gate/gate-figures';
export { ReplyLink, type ReplyLinkTarget } from './links/reply-link.entity';
export { ReplyLinksFollower } from './links/reply-links.follower';
export { ReplyLinksReader, type FollowedLink } from './links/reply-links.reader';
export { LEAST_THREADS, ModelLearningService, type LearningOutcome } from './models/model-learning.service';
export { CommunitySimilarityReader, type CommunitySimilarity } from './models/community-similarity.reader';
export { ModelsReader, type ModelRow } from './models/models.reader';
export { MODEL_STATES, SimilarityModel, type ModelState } from './models/similarity-model.entity';
export { RelatedTopicsReader, type RelatedTopic } from './related/related-topics.reader';
export { LEARN_SIMILARITY_TASK, LearningQueue } from './upkeep/learning-queue';
export { FOLLOW_SIMILARITY_TASK, SimilarityFollower, type SimilarityJob } from './upkeep/similarity-follower';
export { similarityEntities } from './similarity-entities';
export { SimilarityModule } from './similarity.module';
export { CANDIDATES, PROBABLY_ANSWERED, rankSuggestions } from './suggestions/rank-suggestions';
export type {
  ArticleFacts,
  Because,
  EngineHit,
  Suggestion,
  SuggestionKind,
  SuggestionSources,
  TopicFacts,
} from './suggestions/suggestion';
