import { Injectable } from '@nestjs/common';
import { createOnce, EventLog, Transactor, type Tx } from '@app/database';
import { DomainError, slugify } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { ARTICLE_LIMITS } from '../content/content.limits';
import { MarkdownRenderer } from '../content/markdown.renderer';
import { putUnderProducts } from '../products/put-under-products';
import { newTopicCode } from '../topics/topic-code';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockArticle } from './article-for-change';
import type { EditArticle, NewArticle } from './article-input';
import { ArticleRevisions } from './article-revisions';
import type { Article } from './article.entity';

/** Writes knowledge articles, and changes what they say: for those who speak for the company, whoever wrote it first. */
@Injectable()
export class ArticleWritingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly renderer: MarkdownRenderer,
    private readonly revisions: ArticleRevisions,
  ) {}

  /**
   * The id of the article that this call, or the first one with its key, has made. NAME_TAKEN where it names an address
   * that another article has; one that comes of the title gives way by itself.
   */
  async create(viewer: Viewer, input: NewArticle): Promise<string> {
    requirePermission(viewer, 'speakForCompany');
    const { html } = await this.renderer.render(input.body, ARTICLE_LIMITS);
    const { memberId, communityId } = viewer;
    const call = { communityId, memberId, operation: 'createArticle', key: input.idempotencyKey, input };
    return this.transactor.run(communityId, (tx) =>
      createOnce(tx, call, (id) => this.make(tx, viewer, id, input, html)),
    );
  }

  /** Changes the texts that the edit names; CONFLICT on a version that has passed. */
  async edit(viewer: Viewer, input: EditArticle): Promise<void> {
    requirePermission(viewer, 'speakForCompany');
    const fields = (['title', 'summary', 'body', 'locale'] as const).filter((name) => input[name] != null);
    if (fields.length === 0) throw DomainError.invalid('This edit changes nothing: name what shall be different.');
    const html = input.body == null ? null : (await this.renderer.render(input.body, ARTICLE_LIMITS)).html;
    await this.transactor.run(viewer.communityId, async (tx) => {
      const article = await lockArticle(tx, viewer, input.articleId);
      if (article.version !== input.version) throw DomainError.conflict('article', article.version);
      const version = await this.change(tx, viewer, article, input, html);
      const data = { version, fields };
      await this.events.append(tx, viewer, { type: 'article.edited', subjectId: article.id, data });
    });
  }

  private async make(tx: Tx, viewer: MemberViewer, id: string, input: NewArticle, html: string): Promise<void> {
    const slug = await this.insert(tx, viewer, id, input, html);
    if (input.productIds?.length) {
      await putUnderProducts(tx, viewer.communityId, { what: 'article', id }, input.productIds);
    }
    const { title, body, state } = input;
    await this.revisions.keep(tx, viewer, { articleId: id, version: 1, title, summary: input.summary ?? '', body });
    await this.events.append(tx, viewer, { type: 'article.created', subjectId: id, data: { slug, state } });
  }

  /** The name in addresses that it has got. */
  private async insert(tx: Tx, viewer: MemberViewer, id: string, input: NewArticle, html: string): Promise<string> {
    const code = newTopicCode();
    const wanted = input.slug ?? slugify(input.title, code);
    for (const slug of input.slug ? [wanted] : [wanted, `${wanted}-${code}`]) {
      const made = await tx.row(sql`
        INSERT INTO articles (community_id, id, slug, title, summary, body, body_html, locale, author_id, state, review_at)
        VALUES (${viewer.communityId}, ${id}, ${slug}, ${input.title}, ${input.summary ?? ''}, ${input.body}, ${html},
          ${input.locale ?? viewer.community.locale}, ${viewer.memberId}, ${input.state}, ${input.reviewAt ?? null})
        ON CONFLICT (community_id, slug) DO NOTHING RETURNING id`);
      if (made) return slug;
    }
    throw new DomainError('NAME_TAKEN', 'Another article has this address: choose another one.');
  }

  /** The version that it has then. */
  private async change(
    tx: Tx,
    viewer: MemberViewer,
    article: Article,
    input: EditArticle,
    html: string | null,
  ): Promise<number> {
    const { communityId, id } = article;
    await this.revisions.keepStanding(tx, communityId, id);
    const version = article.version + 1;
    const title = input.title ?? article.title;
    const summary = input.summary ?? article.summary;
    const body = input.body ?? article.body;
    await tx.rows(sql`
      UPDATE articles SET title = ${title}, summary = ${summary}, body = ${body}, body_html = ${html ?? article.bodyHtml},
        locale = ${input.locale ?? article.locale}, version = ${version}, edited_at = now()
      WHERE community_id = ${communityId} AND id = ${id}`);
    await this.revisions.keep(tx, viewer, { articleId: id, version, title, summary, body });
    return version;
  }
}
