export { LearningThread, type LearningRun } from './learning/learning.thread';
export type { ArticleExample, Example, ThreadExample } from './learning/example';
export { TRAINING, type TrainingOptions } from './learning/training';
export { WordVectors } from './vectors/word-vectors';
export { ChronologicalBm25 } from './ranking/chronological-bm25';
export { beginningOf, unicodeWords } from './words/unicode-words';
