import type { Transactor, Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { MarkdownRenderer } from '../../content/markdown.renderer';
import { DEFAULT_SETTINGS } from '../../communities/community-settings';
import { tallyStatement } from '../../topics/topic-tally';
import { viewDaysOf } from '../../topics/view-days';
import { DEMO_PASSWORD, demoCommunity } from '../demo-community';
import { DemoCast } from './demo-cast';
import { demoPasswordHash } from './demo-password';
import type { DemoRows } from './demo-rows';
import { DemoStage } from './demo-stage';
import { playDemoStory } from './demo-story';
import { DemoTexts } from './demo-texts';

/** What a start found: it loaded the demo community, it was there, or there are other communities and it stays out. */
export type DemoPresence = 'LOADED' | 'THERE' | 'ABSENT';

/**
 * Puts the demo community into a database on its first start: all of it, once, or nothing. Its passwords are public,
 * so it never comes to a database where there is a community already.
 */
export class DemoLoader {
  private readonly cast = new DemoCast(demoCommunity);

  constructor(
    private readonly transactor: Transactor,
    private readonly renderer: MarkdownRenderer,
  ) {}

  /** Looks first, so that later starts take no time. */
  async load(): Promise<DemoPresence> {
    const there = await this.isThere();
    if (there !== null) return there ? 'THERE' : 'ABSENT';
    const texts = await DemoTexts.render(demoCommunity, this.renderer);
    const rows = playDemoStory(new DemoStage(this.cast, texts), await demoPasswordHash(DEMO_PASSWORD));
    return this.transactor.run(demoCommunity.id, async (tx) => {
      if (!(await this.found(tx))) return 'THERE';
      await rows.insert(tx);
      await this.derive(tx, rows);
      return 'LOADED';
    });
  }

  /** Null where there is no community at all. */
  private async isThere(): Promise<boolean | null> {
    const find = sql`SELECT bool_or(id = ${demoCommunity.id}) AS there FROM communities`;
    return (await this.transactor.runGlobal((tx) => tx.row<{ there: boolean | null }>(find)))?.there ?? null;
  }

  /** Of processes that start together one founds the community; the others wait for it here. */
  private async found(tx: Tx): Promise<boolean> {
    const { id, slug, name, locale } = demoCommunity;
    await tx.rows(sql`SET LOCAL lock_timeout = '60s'`);
    await tx.rows(sql`SET LOCAL statement_timeout = '60s'`);
    const founded = await tx.row(sql`
      INSERT INTO communities (id, slug, name, locale, visibility, created_at)
      VALUES (${id}, ${slug}, ${name}, ${locale}, 'PUBLIC', ${this.cast.moment(0)})
      ON CONFLICT DO NOTHING RETURNING id`);
    return founded !== null;
  }

  /** Counts and resolves the topics from their rows as everywhere, and dates what the story has dated. */
  private async derive(tx: Tx, { topics }: DemoRows): Promise<void> {
    const all = [...topics.values()];
    const communityId = demoCommunity.id;
    const ids = all.map(({ id }) => id);
    // Nothing is known about rows that are not yet committed: a plan made without that would compare each with each.
    await tx.rows(sql`SET LOCAL enable_nestloop = off`);
    const { readersToSolve } = DEFAULT_SETTINGS;
    await tx.rows(tallyStatement({ communityId, readersToSolve, topics: sql`= ANY (${ids}::uuid[])`, active: false }));
    await tx.rows(sql`
      UPDATE topics t SET resolved_at = s.resolved_at
      FROM unnest(${ids}::uuid[], ${all.map(({ resolvedAt }) => resolvedAt)}::timestamptz[])
        AS s (id, resolved_at)
      WHERE t.community_id = ${communityId} AND t.id = s.id AND t.resolved_at IS DISTINCT FROM s.resolved_at`);
    await tx.rows(
      viewDaysOf(
        communityId,
        sql`(SELECT e.data, e.created_at FROM domain_events e
      WHERE e.community_id = ${communityId} AND e.type = 'topics.viewed') e`,
      ),
    );
  }
}
