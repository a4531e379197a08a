import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError, newId } from '@app/kernel';
import sql, { empty, raw } from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { lockTopic, requirePresent } from '../topics/topic-for-change';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { FOLLOWABLE_COLUMNS, type Followable, type FollowableRef } from './followable';

/** Lets members choose what they want to hear of: topics, tags, products, other members. */
@Injectable()
export class FollowingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** What the viewer follows now: a synonym stands for its tag. A second time changes nothing. */
  async follow(viewer: Viewer, { thing, id }: FollowableRef): Promise<FollowableRef> {
    requirePermission(viewer, 'participate');
    if (id === viewer.memberId) throw DomainError.invalid('You cannot follow yourself.');
    return this.transactor.run(viewer.communityId, async (tx) => {
      if (thing === 'Topic') requirePresent(await lockTopic(tx, viewer, id));
      const found = { thing, id: thing === 'Topic' ? id : await this.lock(tx, viewer, { thing, id }) };
      await this.begin(tx, viewer, found);
      return found;
    });
  }

  /** What the viewer no longer follows; they may have lost sight of it. NOT_FOUND where there never was any for them. */
  async unfollow(viewer: Viewer, { thing, id }: FollowableRef): Promise<FollowableRef> {
    requirePermission(viewer, 'participate');
    return this.transactor.run(viewer.communityId, async (tx) => {
      if (await this.end(tx, viewer, { thing, id })) return { thing, id };
      const found = { thing, id: await this.lock(tx, viewer, { thing, id }) };
      if (found.id !== id) await this.end(tx, viewer, found);
      return found;
    });
  }

  /** The key of the thing, locked; NOT_FOUND where the viewer knows of none. */
  private async lock(tx: Tx, viewer: MemberViewer, { thing, id }: FollowableRef): Promise<string> {
    if (thing === 'Topic') return (await lockTopic(tx, viewer, id)).id;
    const table = raw(FOLLOWABLE_COLUMNS[thing].table);
    const key =
      thing === 'Tag'
        ? sql`(SELECT coalesce(g.synonym_of_id, g.id) FROM tags g WHERE g.community_id = ${viewer.communityId} AND g.id = ${id})`
        : sql`${id}`;
    const present = thing === 'Member' ? sql` AND x.erased_at IS NULL` : empty;
    const found = await tx.row<{ id: string }>(sql`
      SELECT x.id FROM ${table} x
      WHERE x.community_id = ${viewer.communityId} AND x.id = ${key}${present} FOR NO KEY UPDATE`);
    if (!found) throw DomainError.notFound(thing.toLowerCase());
    return found.id;
  }

  /** A follow that came with a me too becomes one of its own, which stays when the me too is taken back. */
  private async begin(tx: Tx, viewer: MemberViewer, { thing, id }: FollowableRef): Promise<void> {
    const { communityId, memberId } = viewer;
    const table = raw(FOLLOWABLE_COLUMNS[thing].table);
    const column = raw(FOLLOWABLE_COLUMNS[thing].column);
    await tx.rows(sql`
      WITH kept AS (
        UPDATE follows SET reason = 'CHOSE'
        WHERE community_id = ${communityId} AND member_id = ${memberId} AND ${column} = ${id} AND reason = 'ME_TOO'),
      mine AS (
        INSERT INTO follows (community_id, id, member_id, ${column}, reason)
        VALUES (${communityId}, ${newId()}, ${memberId}, ${id}, 'CHOSE') ON CONFLICT DO NOTHING RETURNING id),
      told AS (${this.events.insertion(viewer, { type: eventOf(thing, 'followed'), subjectId: id }, sql`mine`)})
      UPDATE ${table} x SET follower_count = x.follower_count + 1
      FROM mine WHERE x.community_id = ${communityId} AND x.id = ${id}`);
  }

  /** Whether there was a follow to end. The thing is locked before its follows, as everywhere. */
  private async end(tx: Tx, viewer: MemberViewer, { thing, id }: FollowableRef): Promise<boolean> {
    const { communityId, memberId } = viewer;
    const table = raw(FOLLOWABLE_COLUMNS[thing].table);
    const column = raw(FOLLOWABLE_COLUMNS[thing].column);
    await tx.rows(sql`SELECT id FROM ${table} WHERE community_id = ${communityId} AND id = ${id} FOR NO KEY UPDATE`);
    const gone = await tx.row(sql`
      WITH mine AS (
        DELETE FROM follows WHERE community_id = ${communityId} AND member_id = ${memberId} AND ${column} = ${id}
        RETURNING id),
      told AS (${this.events.insertion(viewer, { type: eventOf(thing, 'unfollowed'), subjectId: id }, sql`mine`)})
      UPDATE ${table} x SET follower_count = x.follower_count - 1
      FROM mine WHERE x.community_id = ${communityId} AND x.id = ${id} RETURNING x.id`);
    return gone !== null;
  }
}

function eventOf(thing: Followable, verb: 'followed' | 'unfollowed'): `${string}.${string}` {
  return `${thing.toLowerCase()}.${verb}`;
}
