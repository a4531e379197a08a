import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { LinkedAddress } from './linked-address';
import type { ReplyLinkTarget } from './reply-link.entity';

/** What an address leads to today. */
export interface LinkedThing {
  readonly kind: ReplyLinkTarget;
  readonly id: string;
}

/** Finds the topics and articles that addresses lead to, here and under the addresses that they had elsewhere. */
@Injectable()
export class LinkResolver {
  /** What each address leads to, in their order; null for what is none of ours. In two statements. */
  async resolve(tx: Tx, communityId: string, addresses: readonly LinkedAddress[]): Promise<(LinkedThing | null)[]> {
    const [own, old] = [await this.own(tx, communityId, addresses), await this.old(tx, communityId, addresses)];
    return addresses.map((address, place) =>
      address.own ? (own.get(`${address.own.kind} ${address.own.name}`) ?? null) : (old.get(place) ?? null),
    );
  }

  private async own(
    tx: Tx,
    communityId: string,
    addresses: readonly LinkedAddress[],
  ): Promise<ReadonlyMap<string, LinkedThing>> {
    const names = (kind: ReplyLinkTarget): string[] =>
      addresses.flatMap(({ own }) => (own?.kind === kind ? [own.name] : []));
    const [codes, slugs] = [names('TOPIC'), names('ARTICLE')];
    if (codes.length + slugs.length === 0) return new Map();
    const rows = await tx.rows<LinkedThing & { readonly name: string }>(
      sql`SELECT 'TOPIC' AS kind, t.code AS name, coalesce(t.merged_into_id, t.id) AS id FROM topics t
          WHERE t.community_id = ${communityId} AND t.code = ANY (${codes}::text[])
        UNION ALL SELECT 'ARTICLE', x.slug, x.id FROM articles x
          WHERE x.community_id = ${communityId} AND x.slug = ANY (${slugs}::text[])`,
    );
    return new Map(rows.map(({ kind, name, id }) => [`${kind} ${name}`, { kind, id }]));
  }

  private async old(
    tx: Tx,
    communityId: string,
    addresses: readonly LinkedAddress[],
  ): Promise<ReadonlyMap<number, LinkedThing>> {
    const asked = addresses.flatMap(({ paths }, place) => paths.map((path) => ({ place, path })));
    if (asked.length === 0) return new Map();
    const rows = await tx.rows<LinkedThing & { readonly place: number }>(
      sql`SELECT DISTINCT ON (w.place) w.place, CASE r.target WHEN 'ARTICLE' THEN 'ARTICLE' ELSE 'TOPIC' END AS kind,
          CASE r.target WHEN 'ARTICLE' THEN r.target_id ELSE coalesce(t.merged_into_id, t.id) END AS id
        FROM unnest(${asked.map(({ place }) => place)}::integer[], ${asked.map(({ path }) => path)}::text[])
          WITH ORDINALITY AS w (place, path, rank)
        JOIN redirects r ON r.community_id = ${communityId} AND r.path = w.path
          AND r.target IN ('TOPIC', 'ANSWER', 'COMMENT', 'ARTICLE')
        LEFT JOIN answers a ON a.community_id = ${communityId} AND a.id = r.target_id AND r.target = 'ANSWER'
        LEFT JOIN comments c ON c.community_id = ${communityId} AND c.id = r.target_id AND r.target = 'COMMENT'
        LEFT JOIN topics t ON t.community_id = ${communityId}
          AND t.id = CASE r.target WHEN 'TOPIC' THEN r.target_id ELSE coalesce(a.topic_id, c.topic_id) END
        WHERE r.target = 'ARTICLE' OR t.id IS NOT NULL ORDER BY w.place, w.rank`,
    );
    return new Map(rows.map(({ place, kind, id }) => [place, { kind, id }]));
  }
}
