import { AnsweredCount } from './answered/answered-count.entity';
import { Answer } from './answers/answer.entity';
import { Comment } from './comments/comment.entity';
import { Community } from './communities/community.entity';
import { Follow } from './follows/follow.entity';
import { MemberAddress } from './joining/member-address.entity';
import { Article } from './knowledge/article.entity';
import { ArticleProduct } from './knowledge/article-product.entity';
import { ArticleRevision } from './knowledge/article-revision.entity';
import { ArticleVote } from './knowledge/article-vote.entity';
import { TopicLink } from './links/topic-link.entity';
import { MeToo } from './marks/me-too.entity';
import { OfficialMark } from './marks/official-mark.entity';
import { SolvedMark } from './marks/solved-mark.entity';
import { Star } from './marks/star.entity';
import { VoteTotal } from './marks/vote-total.entity';
import { Member } from './members/member.entity';
import { TopicMerge } from './merging/topic-merge.entity';
import { Flag } from './moderation/flag.entity';
import { ModerationItem } from './moderation/moderation-item.entity';
import { Product } from './products/product.entity';
import { TopicProduct } from './products/topic-product.entity';
import { Revision } from './revisions/revision.entity';
import { Tag } from './tags/tag.entity';
import { TopicTag } from './tags/topic-tag.entity';
import { TopicViewDay } from './topics/topic-view-day.entity';
import { Topic } from './topics/topic.entity';

/** The tables of communities. */
export const communityEntities = [
  Community,
  Member,
  Product,
  Tag,
  Topic,
  TopicProduct,
  TopicTag,
  Answer,
  Comment,
  OfficialMark,
  SolvedMark,
  Star,
  MeToo,
  Follow,
  Revision,
  Flag,
  ModerationItem,
  TopicMerge,
  TopicLink,
  VoteTotal,
  Article,
  ArticleProduct,
  ArticleRevision,
  ArticleVote,
  MemberAddress,
  AnsweredCount,
  TopicViewDay,
];
