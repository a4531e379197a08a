import { newId } from '@app/kernel';
import { effectiveSettings, type CommunitySettings } from '@app/community';
import { scopeStatement } from '@app/database';
import type { Client } from 'pg';
import sql, { raw } from 'sql-template-tag';
import type { StagedImport } from '../../staging';
import { tableOf } from '../../staging-tables';
import type { PublishedImport } from '../publication';

interface CommunityRow {
  readonly id: string;
  readonly locale: string;
  readonly settings: Partial<CommunitySettings>;
}

/** What an import says of the community itself. */
interface Said {
  readonly name: string | null;
  readonly locale: string | null;
  readonly visibility: string | null;
  readonly settings: Partial<CommunitySettings>;
  readonly createdAt: Date | null;
}

const DEFAULT_LOCALE = 'en';

/**
 * The community that the import goes to, locked; it begins here where it is not there. One that people have begun
 * keeps its name and its settings.
 */
export async function communityFor(
  client: Client,
  schema: string,
  { community: wanted, origin }: StagedImport,
): Promise<PublishedImport & { founded: boolean }> {
  const rows = async <Row extends object>(statement: { text: string; values: unknown[] }): Promise<Row[]> =>
    (await client.query<Row>({ text: statement.text, values: statement.values })).rows;
  const found = async (): Promise<CommunityRow | undefined> =>
    (
      await rows<CommunityRow>(
        sql`SELECT id, locale, settings FROM communities WHERE slug = ${wanted.slug} FOR NO KEY UPDATE`,
      )
    )[0];
  let community = await found();
  const founded = !community;
  if (!community) {
    const [said] = await rows<Said>(sql`
      SELECT name, locale, visibility, settings, created_at AS "createdAt"
      FROM ${raw(tableOf(schema, 'community'))} ORDER BY n LIMIT 1`);
    const communityId = newId();
    await client.query(scopeStatement(communityId));
    await rows(sql`
      WITH made AS (
        INSERT INTO communities (id, slug, name, locale, visibility, settings, created_at)
        VALUES (${communityId}, ${wanted.slug}, ${said?.name ?? wanted.name ?? wanted.slug},
          ${said?.locale ?? wanted.locale ?? DEFAULT_LOCALE}, ${said?.visibility ?? 'PUBLIC'},
          ${JSON.stringify(said?.settings ?? {})}::jsonb, coalesce(${said?.createdAt ?? null}::timestamptz, now()))
        RETURNING id, slug)
      INSERT INTO domain_events (community_id, id, type, subject_id, data)
      SELECT id, ${newId()}, 'community.founded', id, jsonb_build_object('slug', slug, 'imported', true) FROM made
      WHERE NOT EXISTS (SELECT FROM ${raw(tableOf(schema, 'event'))})`);
    community = await found();
    if (!community) throw new TypeError('A community that has just begun is there.');
  }
  await client.query(scopeStatement(community.id));
  const { readersToSolve, trustedAfterDays } = effectiveSettings(community.settings);
  const events = await rows(sql`SELECT FROM ${raw(tableOf(schema, 'event'))} LIMIT 1`);
  return {
    communityId: community.id,
    schema,
    origin,
    locale: community.locale,
    readersToSolve,
    trustedAfterDays,
    complete: events.length > 0,
    founded,
  };
}
