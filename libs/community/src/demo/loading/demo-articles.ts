import type { DemoAct, DemoArticle } from '../demo-community.types';
import { DemoRows } from './demo-rows';
import { scenesOf, type DemoScene } from './demo-scene';
import type { DemoStage } from './demo-stage';

/** How the knowledge articles of the demo community are written, and what members say of them. */
export class DemoArticles {
  constructor(private readonly stage: DemoStage) {}

  scenes(article: DemoArticle): DemoScene[] {
    return [
      ...scenesOf([article], () => this.publish(article)),
      ...scenesOf(article.votes, (act) => this.vote(act, article.id, act.vote)),
    ];
  }

  private publish(article: DemoArticle): void {
    const { rows, cast, texts, communityId } = this.stage;
    const { id, slug, title, summary, locale } = article;
    const createdAt = cast.moment(article.at);
    const body = texts.source(article.body);
    const { memberId } = cast.viewer(article);
    rows.articles.set(id, {
      ...{ communityId, id, slug, title, summary, body, bodyHtml: texts.html(article.body), locale, createdAt },
      ...{ authorId: memberId, state: 'PUBLISHED', reviewAt: cast.moment(article.reviewAt) },
      ...{ stillRightCount: 0, notRightCount: 0 },
    });
    const said = { communityId, articleId: id, version: 1, editorId: memberId, title, summary, body, createdAt };
    rows.articleRevisions.push(said);
    for (const product of cast.demo.products.filter((one) => article.products.includes(one.slug))) {
      rows.articleProducts.push({ communityId, articleId: id, productId: product.id });
    }
    this.stage.tell(article, { type: 'article.created', subjectId: id, data: { slug, state: 'PUBLISHED' } });
  }

  private vote(act: DemoAct, articleId: string, vote: 'YES' | 'NO'): void {
    const { rows, cast, communityId } = this.stage;
    const stillRight = vote === 'YES';
    const createdAt = cast.moment(act.at);
    rows.articleVotes.push({ communityId, articleId, memberId: cast.viewer(act).memberId, stillRight, createdAt });
    const article = DemoRows.known(rows.articles, articleId);
    article[stillRight ? 'stillRightCount' : 'notRightCount'] += 1;
    this.stage.tell(act, { type: 'article.voted', subjectId: articleId, data: { vote, version: 1 } });
  }
}
