import { EmbeddingProgress } from './embedding/embedding-progress.entity';
import { TextEmbedding } from './embedding/text-embedding.entity';
import { ReplyLink } from './links/reply-link.entity';
import { SimilarityModel } from './models/similarity-model.entity';
import { SimilarityProgress } from './models/similarity-progress.entity';

/** The tables of similarity. */
export const similarityEntities = [EmbeddingProgress, ReplyLink, SimilarityModel, SimilarityProgress, TextEmbedding];
