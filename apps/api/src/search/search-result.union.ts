import { createUnionType } from '@nestjs/graphql';
import type { ArticleRow, TopicRow } from '@app/community';
import { ArticleType } from '../articles/article.type';
import { IdeaType, PraiseType, ProblemType, QuestionType, TOPIC_TYPES, UpdateType } from '../topics/topic.type';

/** What search finds. */
export const SearchResultUnion = createUnionType({
  name: 'SearchResult',
  description: 'What search finds: a topic or a knowledge article.',
  types: () => [QuestionType, ProblemType, IdeaType, PraiseType, UpdateType, ArticleType] as const,
  resolveType: (found: TopicRow | ArticleRow) => ('kind' in found ? TOPIC_TYPES[found.kind] : ArticleType),
});
