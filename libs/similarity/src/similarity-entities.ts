import { ReplyLink } from './links/reply-link.entity';
import { SimilarityModel } from './models/similarity-model.entity';
import { SimilarityProgress } from './models/similarity-progress.entity';

/** The tables of similarity. */
export const similarityEntities = [ReplyLink, SimilarityModel, SimilarityProgress];
