import { Injectable } from '@nestjs/common';
import { isStaff, lookupPaths, publicPathOf, type Viewer } from '@app/community';
import { Reader } from '@app/database';
import { Environment } from '@app/environment';
import sql from 'sql-template-tag';
import { RedirectTargets, type TargetPlace } from './redirect-targets';
import type { Redirect } from './redirect.entity';

/** Where something is that was elsewhere before. */
export interface FoundRedirect {
  readonly thing: TargetPlace['thing'];
  /** The key of the thing. */
  readonly id: string;
  readonly communityId: string;
  /** The whole address of its page, on this installation. */
  readonly location: string;
}

/** Knows what old addresses lead to. */
@Injectable()
export class RedirectsReader {
  constructor(
    private readonly reader: Reader,
    private readonly targets: RedirectTargets,
    private readonly environment: Environment,
  ) {}

  /**
   * What a path of the system before leads to; null where it leads to nothing that the viewer may see.
   * @param asked path and query, as they came
   */
  async find(viewer: Viewer, asked: string): Promise<FoundRedirect | null> {
    const redirect = await this.stored(viewer, lookupPaths(asked));
    const place = redirect && (await this.place(viewer, redirect));
    if (!place) return null;
    const { thing, id } = place;
    const location = this.environment.publicUrl + publicPathOf(viewer.community.slug, place);
    return { thing, id, communityId: viewer.communityId, location };
  }

  private async stored({ communityId }: Viewer, paths: readonly string[]): Promise<Redirect | null> {
    if (paths.length === 0) return null;
    return this.reader.row<Redirect>(
      communityId,
      sql`SELECT r.path, r.target, r.target_id AS "targetId"
          FROM unnest(${paths}::text[]) WITH ORDINALITY AS p (path, rank)
          JOIN redirects r ON r.community_id = ${communityId} AND r.path = p.path ORDER BY p.rank LIMIT 1`,
    );
  }

  private place(viewer: Viewer, { target, targetId }: Redirect): Promise<TargetPlace | null> {
    switch (target) {
      case 'TOPIC':
        return this.targets.topic(viewer, targetId);
      case 'ANSWER':
        return this.targets.answer(viewer, targetId);
      case 'COMMENT':
        return this.targets.comment(viewer, targetId);
      case 'MEMBER':
        return this.targets.member(viewer, targetId);
      case 'PRODUCT':
        return this.targets.product(viewer, targetId);
      case 'ARTICLE':
        return this.article(viewer, targetId);
    }
  }

  private async article(viewer: Viewer, id: string): Promise<TargetPlace | null> {
    const article = await this.reader.row<{ slug: string }>(
      viewer.communityId,
      sql`SELECT x.slug FROM articles x WHERE x.community_id = ${viewer.communityId} AND x.id = ${id}
          AND (x.state = 'PUBLISHED' OR ${isStaff(viewer)})`,
    );
    return article && { thing: 'Article', id, slug: article.slug };
  }
}
