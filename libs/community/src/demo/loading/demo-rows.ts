import { DomainEvent, type Tx } from '@app/database';
import { User } from '@app/identity';
import { Answer } from '../../answers/answer.entity';
import { Comment } from '../../comments/comment.entity';
import { Follow } from '../../follows/follow.entity';
import { ArticleProduct } from '../../knowledge/article-product.entity';
import { ArticleRevision } from '../../knowledge/article-revision.entity';
import { ArticleVote } from '../../knowledge/article-vote.entity';
import { Article } from '../../knowledge/article.entity';
import { MeToo } from '../../marks/me-too.entity';
import { OfficialMark } from '../../marks/official-mark.entity';
import { SolvedMark } from '../../marks/solved-mark.entity';
import { Star } from '../../marks/star.entity';
import { Member } from '../../members/member.entity';
import { TopicMerge } from '../../merging/topic-merge.entity';
import { Product } from '../../products/product.entity';
import { TopicProduct } from '../../products/topic-product.entity';
import { Revision } from '../../revisions/revision.entity';
import { Tag } from '../../tags/tag.entity';
import { TopicTag } from '../../tags/topic-tag.entity';
import { Topic } from '../../topics/topic.entity';

/** A row to be: what stands in it, and what the story reads and changes of it. */
type Row<Entity, Known extends keyof Entity> = Partial<Entity> & Pick<Entity, Known>;

export type TopicDemoRow = Row<
  Topic,
  | 'id'
  | 'code'
  | 'kind'
  | 'status'
  | 'title'
  | 'body'
  | 'authorId'
  | 'visibility'
  | 'state'
  | 'version'
  | 'meTooCount'
  | 'followerCount'
  | 'viewCount'
  | 'closedAt'
  | 'archivedAt'
  | 'mergedIntoId'
  | 'resolvedAt'
  | 'lastActivityAt'
  | 'createdAt'
>;
export type AnswerDemoRow = Row<
  Answer,
  'id' | 'topicId' | 'authorId' | 'followUp' | 'official' | 'solved' | 'starCount' | 'trustedStarCount' | 'commentCount'
>;
type Counted<Entity extends { followerCount: number }> = Row<Entity, 'followerCount'>;

/** The rows of a demo community while its story is told, each table in the order in which its rows came. */
export class DemoRows {
  readonly users: Partial<User>[] = [];
  readonly members = new Map<string, Counted<Member>>();
  readonly products = new Map<string, Counted<Product>>();
  readonly tags = new Map<string, Counted<Tag> & Pick<Tag, 'topicCount'>>();
  readonly topics = new Map<string, TopicDemoRow>();
  readonly topicProducts: TopicProduct[] = [];
  readonly topicTags: TopicTag[] = [];
  readonly answers = new Map<string, AnswerDemoRow>();
  readonly comments: Row<Comment, 'topicId' | 'movedFromId' | 'answerId'>[] = [];
  readonly revisions: Partial<Revision>[] = [];
  /** By member and what they follow. */
  readonly follows = new Map<string, Row<Follow, 'memberId' | 'topicId' | 'movedFromId' | 'reason'>>();
  /** By member and topic. */
  readonly meToos = new Map<string, MeToo>();
  readonly stars: Star[] = [];
  readonly officialMarks: Partial<OfficialMark>[] = [];
  readonly solvedMarks: SolvedMark[] = [];
  readonly merges: Partial<TopicMerge>[] = [];
  readonly articles = new Map<string, Row<Article, 'stillRightCount' | 'notRightCount'>>();
  readonly articleProducts: ArticleProduct[] = [];
  readonly articleRevisions: ArticleRevision[] = [];
  readonly articleVotes: ArticleVote[] = [];
  readonly events: DomainEvent[] = [];

  /** Writes them all, what is referred to before what refers to it. */
  async insert(tx: Tx): Promise<void> {
    await tx.insert(User, this.users);
    await tx.insert(Member, [...this.members.values()]);
    await tx.insert(Product, [...this.products.values()]);
    await tx.insert(Tag, [...this.tags.values()]);
    await tx.insert(Topic, [...this.topics.values()]);
    await tx.insert(TopicProduct, this.topicProducts);
    await tx.insert(TopicTag, this.topicTags);
    await tx.insert(Answer, [...this.answers.values()]);
    await tx.insert(Comment, this.comments);
    await tx.insert(Revision, this.revisions);
    await tx.insert(Follow, [...this.follows.values()]);
    await tx.insert(MeToo, [...this.meToos.values()]);
    await tx.insert(Star, this.stars);
    await tx.insert(OfficialMark, this.officialMarks);
    await tx.insert(SolvedMark, this.solvedMarks);
    await tx.insert(TopicMerge, this.merges);
    await tx.insert(Article, [...this.articles.values()]);
    await tx.insert(ArticleProduct, this.articleProducts);
    await tx.insert(ArticleRevision, this.articleRevisions);
    await tx.insert(ArticleVote, this.articleVotes);
    await tx.insert(DomainEvent, this.events);
  }

  /** The row of a key that the story has brought up before. */
  static known<Row>(rows: ReadonlyMap<string, Row>, id: string): Row {
    const row = rows.get(id);
    if (!row) throw new TypeError(`The story speaks of ${id} before it is there.`);
    return row;
  }
}
