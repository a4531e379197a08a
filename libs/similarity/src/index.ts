export { LearningThread } from './learning/learning.thread';
export type { Example } from './learning/example';
export { SeededRandom } from './learning/seeded-random';
export { TRAINING } from './learning/training';
export { WordVectors } from './vectors/word-vectors';
export type { Comparison } from './ranking/comparison';
export { best } from './ranking/best';
export { Bm25 } from './ranking/bm25';
export type { History, PastReply, PastThread } from './evaluation/history';
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
export { meanOf, type Figure } from './evaluation/rank-metrics';
export { Replay } from './evaluation/replay';
export { SuggestionsEvaluation, type SuggestionStandings } from './evaluation/suggestions.evaluation';
export { englishWords, ownWords, type WordsOf } from './evaluation/words-of';
export {
  Similarity,
  type LikeTopic,
  type SimilarCandidate,
  type SimilarityBasis,
  type SimilarityFindings,
  type SimilarityReasons,
} from './serving/similarity';
export { BurstsService, TOPIC_BURST } from './bursts/bursts.service';
export type { GateFigures } from './gate/gate-figures';
export { ReplyLinksFollower } from './links/reply-links.follower';
export { ReplyLinksReader } from './links/reply-links.reader';
export { ModelLearningService } from './models/model-learning.service';
export { CommunitySimilarityReader, type CommunitySimilarity } from './models/community-similarity.reader';
export { ModelsReader, type ModelRow } from './models/models.reader';
export { MODEL_STATES, SimilarityModel, type ModelState } from './models/similarity-model.entity';
export { RelatedTopicsReader, type RelatedTopic } from './related/related-topics.reader';
export { LEARN_SIMILARITY_TASK, LearningQueue } from './upkeep/learning-queue';
export { FOLLOW_SIMILARITY_TASK, type SimilarityJob } from './upkeep/similarity-follower';
export { similarityEntities } from './similarity-entities';
export { SimilarityModule } from './similarity.module';
export { PROBABLY_ANSWERED } from './suggestions/rank-suggestions';
export type { Because, Suggestion } from './suggestions/suggestion';
