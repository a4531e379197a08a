import type { RecordKind } from '../../format/interchange-record';
import { ARTICLE, ARTICLE_REVISION, ARTICLE_VOTE } from './article.columns';
import { EVENT, FLAG, LINK, MARK, ME_TOO, MERGE, MODERATION, ORIGIN, REDIRECT, REVISION, VOTE } from './mark.columns';
import { COMMUNITY, FOLLOW, MEMBER, PRODUCT, TAG } from './people.columns';
import { ANSWER, COMMENT, TOPIC } from './post.columns';
import { REPUTATION } from './reputation.columns';
import type { StagedKind } from './staged-kind';

/** How each kind of record is staged, what is referred to before what refers to it. */
export const STAGED_KINDS: Readonly<Record<RecordKind, StagedKind>> = {
  community: COMMUNITY,
  product: PRODUCT,
  tag: TAG,
  member: MEMBER,
  topic: TOPIC,
  answer: ANSWER,
  comment: COMMENT,
  mark: MARK,
  vote: VOTE,
  meToo: ME_TOO,
  follow: FOLLOW,
  link: LINK,
  merge: MERGE,
  revision: REVISION,
  flag: FLAG,
  moderation: MODERATION,
  redirect: REDIRECT,
  article: ARTICLE,
  articleRevision: ARTICLE_REVISION,
  articleVote: ARTICLE_VOTE,
  reputation: REPUTATION,
  event: EVENT,
  origin: ORIGIN,
};
