import { Extensions, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ArticleRow, Resolution, TopicKind, TopicRow, TopicStatus } from '@app/community';
import { HIGHLIGHT_SOURCES, type HighlightSource } from '@app/search';
import { asEnum } from '../common/as-enum';
import { PageInfoType } from '../common/page-info.type';
import { ResolutionEnum, TopicKindEnum, TopicStatusEnum } from '../topics/topic.enums';
import { SearchResultUnion } from './search-result.union';

export const HighlightSourceEnum = asEnum(HIGHLIGHT_SOURCES);
registerEnumType(HighlightSourceEnum, {
  name: 'HighlightSource',
  description: 'What a highlight is from.',
  valuesMap: {
    TITLE: { description: 'The title; it is whole.' },
    BODY: { description: 'What the asker wrote.' },
    ANSWER: { description: 'An answer: the official one before the one that solved it before others.' },
    COMMENT: { description: 'A comment.' },
    ARTICLE: { description: 'The summary or the text of an article.' },
  },
});

/** A piece of a highlight. */
@ObjectType('HighlightSegment', { description: 'A piece of a text, plain: escape it like all that people write.' })
export class HighlightSegmentType {
  @Field(() => String, { description: 'The text.' })
  text: string;

  @Field(() => Boolean, { description: 'Whether it is what was looked for.' })
  isMatch: boolean;
}

/** Where what was looked for stands. */
@ObjectType('Highlight', { description: 'A stretch of about 200 characters, with what was looked for marked in it.' })
export class HighlightType {
  @Field(() => HighlightSourceEnum, { description: 'What it is from.' })
  source: HighlightSource;

  @Field(() => [HighlightSegmentType], { description: 'Its pieces, in order; joined they are the stretch.' })
  @Extensions({ listSize: 9 })
  segments: readonly HighlightSegmentType[];
}

/** A hit in a list. */
@ObjectType('SearchEdge', { description: 'What was found, with its place and why.' })
export class SearchEdgeType {
  @Field(() => String, { description: 'Its place in this list.' })
  cursor: string;

  @Field(() => SearchResultUnion, { description: 'What was found.' })
  node: TopicRow | ArticleRow;

  @Field(() => [HighlightType], {
    description: 'The title, and what says most of what was looked for; texts as they are now.',
  })
  @Extensions({ listSize: 3 })
  highlights: readonly HighlightType[];
}

/** How many are of a kind. */
@ObjectType('TopicKindCount', { description: 'How many of what was found are topics of a kind.' })
export class TopicKindCountType {
  @Field(() => TopicKindEnum, { description: 'The kind.' })
  kind: TopicKind;

  @Field(() => Int, { description: 'So many.' })
  count: number;
}

/** How many have a status. */
@ObjectType('TopicStatusCount', { description: 'How many of what was found have a status.' })
export class TopicStatusCountType {
  @Field(() => TopicStatusEnum, { description: 'The status.' })
  status: TopicStatus;

  @Field(() => Int, { description: 'So many.' })
  count: number;
}

/** How many have a resolution. */
@ObjectType('ResolutionCount', { description: 'How many of what was found have a resolution.' })
export class ResolutionCountType {
  @Field(() => ResolutionEnum, { description: 'The resolution.' })
  resolution: Resolution;

  @Field(() => Int, { description: 'So many.' })
  count: number;
}

/** A page of what was found. */
@ObjectType('SearchConnection', { description: 'A page of what was found, best first.' })
export class SearchConnectionType {
  @Field(() => [SearchEdgeType], { description: 'What was found, with places and highlights.' })
  edges: SearchEdgeType[];

  @Field(() => [SearchResultUnion], { description: 'What was found, alone.' })
  nodes: (TopicRow | ArticleRow)[];

  @Field(() => PageInfoType, { description: 'Where the page stands in the list.' })
  pageInfo: PageInfoType;

  @Field(() => Int, { description: 'How many there are in all; at least so many where it is not exact.' })
  totalCount: number;

  @Field(() => Boolean, { description: 'Whether `totalCount` is exact.' })
  isExact: boolean;

  @Field(() => Boolean, {
    description: 'Whether the search engine of choice did not answer, so that another one did: results may be plainer.',
  })
  degraded: boolean;

  @Field(() => ID, {
    description:
      'Names this search, for a day: to say what was opened, and to type on. That of its first page names it.',
  })
  searchId: string;
}
