import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockArticle } from './article-for-change';
import type { StillRight } from './article-vote.loader';
import type { Article } from './article.entity';

/** Lets members say whether an article is still right: once each, as long as they do not change their minds. */
@Injectable()
export class ArticleVotingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** What the viewer says from now on, null for nothing; saying the same again changes nothing. Drafts are not asked about. */
  async vote(viewer: Viewer, articleId: string, vote: StillRight | null): Promise<void> {
    requirePermission(viewer, 'participate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const article = await lockArticle(tx, viewer, articleId);
      if (vote === null) return this.takeBack(tx, viewer, article);
      if (article.state === 'DRAFT') throw DomainError.invalid('Readers do not see this article: publish it first.');
      await this.say(tx, viewer, article, vote);
    });
  }

  /** Behind the article's lock, so that `before` is what the vote takes the place of. */
  private async say(tx: Tx, viewer: MemberViewer, { id, version }: Article, vote: StillRight): Promise<void> {
    const { communityId, memberId } = viewer;
    const right = vote === 'YES';
    const told = { type: 'article.voted', subjectId: id, data: { vote, version } } as const;
    await tx.rows(sql`
      WITH before AS (
        SELECT v.still_right FROM article_votes v
        WHERE v.community_id = ${communityId} AND v.article_id = ${id} AND v.member_id = ${memberId}),
      mine AS (
        INSERT INTO article_votes AS v (community_id, article_id, member_id, still_right)
        VALUES (${communityId}, ${id}, ${memberId}, ${right})
        ON CONFLICT (community_id, article_id, member_id) DO UPDATE
          SET still_right = excluded.still_right, created_at = now() WHERE v.still_right <> excluded.still_right
        RETURNING v.article_id, v.still_right),
      told AS (${this.events.insertion(viewer, told, sql`mine`)})
      UPDATE articles x SET
        still_right_count = x.still_right_count + mine.still_right::int - (SELECT count(*) FROM before WHERE still_right),
        not_right_count = x.not_right_count + (NOT mine.still_right)::int - (SELECT count(*) FROM before WHERE NOT still_right)
      FROM mine WHERE x.community_id = ${communityId} AND x.id = mine.article_id`);
  }

  private async takeBack(tx: Tx, viewer: MemberViewer, { id, version }: Article): Promise<void> {
    const { communityId, memberId } = viewer;
    const told = { type: 'article.vote_taken_back', subjectId: id, data: { version } } as const;
    await tx.rows(sql`
      WITH mine AS (
        DELETE FROM article_votes
        WHERE community_id = ${communityId} AND article_id = ${id} AND member_id = ${memberId}
        RETURNING article_id, still_right),
      told AS (${this.events.insertion(viewer, told, sql`mine`)})
      UPDATE articles x SET still_right_count = x.still_right_count - mine.still_right::int,
        not_right_count = x.not_right_count - (NOT mine.still_right)::int
      FROM mine WHERE x.community_id = ${communityId} AND x.id = mine.article_id`);
  }
}
