import sql, { raw } from 'sql-template-tag';
import type { Publication } from '../publication';

/** Digits behind a handle that is in use, by attempt. */
const DIGITS = [2, 4, 7];

/**
 * Writes members, whom nobody has claimed: but whoever has verified the address of one is that member from now on,
 * unless they are a member already. Other addresses wait for their owners.
 */
export async function writeMembers(publication: Publication): Promise<void> {
  await requireClaimants(publication);
  await chooseHandles(publication);
  await findOwners(publication);
  await insert(publication);
  await change(publication);
  const { here, work } = publication;
  await publication.run(sql`
    INSERT INTO member_addresses (community_id, member_id, email)
    SELECT ${here}, r.id, r.email FROM ${publication.staged('member')} r
    JOIN members m ON m.community_id = ${here} AND m.id = r.id AND m.user_id IS NULL AND m.erased_at IS NULL
    WHERE r.email IS NOT NULL
    ON CONFLICT (community_id, member_id) DO UPDATE SET email = excluded.email`);
  await publication.table(
    'people',
    sql`SELECT id, role, seat, created_at, erased_at IS NOT NULL AS erased FROM members WHERE community_id = ${here}`,
    'id',
  );
  await publication.run(sql`DROP TABLE ${work}handles, ${work}owners`);
}

/** A member who was merged into another stays what is left of them, also where that other one is missing. */
async function requireClaimants(publication: Publication): Promise<void> {
  const { here } = publication;
  await publication.forget(
    'member',
    'merged_into_id',
    sql`r.merged_into_id = r.id OR (r.merged_into_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM ${publication.staged('member')} o WHERE o.id = r.merged_into_id)
      AND NOT EXISTS (SELECT FROM members m WHERE m.community_id = ${here} AND m.id = r.merged_into_id))`,
    'mergedInto names a member who is not there',
  );
}

/** Whose handle is in use gets digits that their id gives. */
async function chooseHandles(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const inUse = sql`EXISTS (SELECT FROM members m WHERE m.community_id = ${here} AND m.handle = h.handle)`;
  await publication.table(
    'handles',
    sql`SELECT h.id, h.handle, h.handle AS wanted,
        row_number() OVER (PARTITION BY h.handle ORDER BY h.n) = 1 AND NOT ${inUse} AS free
      FROM ${publication.staged('member')} h WHERE h.id NOT IN (SELECT id FROM ${work}changed)`,
    'handle',
  );
  const number = sql`('x' || left(md5(id::text), 15))::bit(60)::bigint`;
  for (const digits of DIGITS) {
    const changed = await publication.run(sql`
      UPDATE ${work}handles SET handle = rtrim(left(wanted, ${29 - digits}::int), '-_') || '-' ||
        lpad((${number} % ${raw(String(10 ** digits))})::text, ${digits}::int, '0')
      WHERE NOT free`);
    if (changed === 0) return;
    await publication.run(sql`
      UPDATE ${work}handles h SET free = true WHERE NOT h.free AND NOT ${inUse}
        AND NOT EXISTS (SELECT FROM ${work}handles o WHERE o.handle = h.handle AND o.id <> h.id)`);
  }
  await publication.run(sql`UPDATE ${work}handles SET handle = 'm-' || left(md5(id::text), 28) WHERE NOT free`);
}

async function findOwners(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.table(
    'owners',
    sql`SELECT DISTINCT ON (u.id) r.id, u.id AS user_id FROM ${publication.staged('member')} r
      JOIN users u ON u.email = r.email AND u.email_verified_at IS NOT NULL
      WHERE r.erased_at IS NULL AND r.id NOT IN (SELECT id FROM ${work}changed)
        AND NOT EXISTS (SELECT FROM members m WHERE m.community_id = ${here} AND m.user_id = u.id)
      ORDER BY u.id, r.n`,
  );
}

/** Whose joining the source does not date has joined with their first post. */
async function insert(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const posts = sql`SELECT author_id, created_at FROM ${publication.staged('topic')}
    UNION ALL SELECT author_id, created_at FROM ${publication.staged('answer')}
    UNION ALL SELECT author_id, created_at FROM ${publication.staged('comment')}`;
  await publication.run(sql`
    INSERT INTO members (community_id, id, user_id, handle, display_name, role, seat, bio, bio_html, title, locale,
      suspended_until, suspended_reason, erased_at, merged_into_id, version, created_at)
    SELECT ${here}, r.id, o.user_id, h.handle, r.display_name, r.role, r.seat, r.bio, r.bio_html, r.title, r.locale,
      r.suspended_until, r.suspended_reason, r.erased_at, r.merged_into_id, r.version, coalesce(r.created_at, p.first, now())
    FROM ${publication.staged('member')} r
    JOIN ${work}handles h ON h.id = r.id
    LEFT JOIN ${work}owners o ON o.id = r.id
    LEFT JOIN (SELECT author_id, min(created_at) AS first FROM (${posts}) x GROUP BY author_id) p
      ON p.author_id = r.id AND r.created_at IS NULL`);
}

/** What people do not change by editing (role, seat, suspension) stays as it is here. */
async function change(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.run(sql`
    UPDATE members m SET display_name = r.display_name, bio = r.bio, bio_html = r.bio_html, title = r.title,
      locale = coalesce(r.locale, m.locale), version = m.version + 1
    FROM ${publication.staged('member')} r JOIN ${work}changed c ON c.id = r.id
    WHERE m.community_id = ${here} AND m.id = r.id AND m.erased_at IS NULL`);
}
