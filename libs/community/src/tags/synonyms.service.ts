import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { lockCommunity } from '../communities/community-for-change';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import type { Tag } from './tag.entity';
import { TagMoves } from './tag-moves';

type Word = Pick<Tag, 'id' | 'synonymOfId'>;

/** Says which tags are other words for which. Synonyms are flat: each stands for a tag that is none itself. */
@Injectable()
export class SynonymsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly moves: TagMoves,
  ) {}

  /**
   * Makes a tag another word for `ofTagId`, or for what that one is a synonym of: its topics, followers and synonyms
   * move there, each once. MERGE_IMPOSSIBLE for itself or in a circle.
   */
  async make(viewer: Viewer, tagId: string, ofTagId: string): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      await lockCommunity(tx, viewer);
      await this.moves.lockTopics(tx, viewer, tagId);
      const words = await this.lock(tx, viewer, [tagId, ofTagId]);
      const target = words.get(ofTagId)?.synonymOfId ?? ofTagId;
      if (target === tagId)
        throw new DomainError('MERGE_IMPOSSIBLE', 'A tag cannot stand for itself: choose another tag.');
      if (words.get(tagId)?.synonymOfId === target) return;
      await this.lock(tx, viewer, [target]);
      const moved = await this.moves.move(tx, viewer, tagId, target);
      await this.events.append(tx, viewer, {
        type: 'tag.synonym_made',
        subjectId: tagId,
        data: { from: words.get(tagId)?.synonymOfId ?? null, to: target, ...moved },
      });
    });
  }

  /** Makes a synonym a tag of its own again. What moved when it became one stays where it is. */
  async remove(viewer: Viewer, tagId: string): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      await lockCommunity(tx, viewer);
      const from = (await this.lock(tx, viewer, [tagId])).get(tagId)?.synonymOfId;
      if (!from) return;
      await tx.rows(sql`
        UPDATE tags SET synonym_of_id = NULL WHERE community_id = ${viewer.communityId} AND id = ${tagId}`);
      await this.events.append(tx, viewer, { type: 'tag.synonym_removed', subjectId: tagId, data: { from, to: null } });
    });
  }

  /** Against being put on topics or followed while it moves: both take the row's key first. */
  private async lock(tx: Tx, viewer: MemberViewer, ids: readonly string[]): Promise<ReadonlyMap<string, Word>> {
    const words = await tx.rows<Word>(sql`
      SELECT id, synonym_of_id AS "synonymOfId" FROM tags
      WHERE community_id = ${viewer.communityId} AND id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`);
    if (words.length < new Set(ids).size) throw DomainError.notFound('tag');
    return new Map(words.map((word) => [word.id, word]));
  }
}
