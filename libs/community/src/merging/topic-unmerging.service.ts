import { Injectable } from '@nestjs/common';
import { EventLog, selectList, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { lockTopics } from '../topics/topic-for-change';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { MergeMoves, type TwoTrees } from './merge-moves';
import { holdMerges, mergedUnder, rootOf } from './merge-tree';
import { TopicMerge } from './topic-merge.entity';

/**
 * Undoes merges: what came with the source, and with the topics that had been merged into it, goes back to it from
 * wherever later merges took it. What was said and done after the merge stays with the target.
 */
@Injectable()
export class TopicUnmergingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly moves: MergeMoves,
  ) {}

  async unmerge(viewer: Viewer, topicId: string): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      await holdMerges(tx, viewer);
      const trees = await this.lock(tx, viewer, topicId);
      const merge = await this.end(tx, viewer, topicId);
      if (!merge) throw DomainError.invalid('This topic is not merged into another: name one that is.');
      await this.part(tx, viewer, trees, merge);
    });
  }

  private async lock(tx: Tx, viewer: MemberViewer, topicId: string): Promise<TwoTrees> {
    const targetId = await rootOf(tx, viewer, topicId);
    const [sourceIds, allIds] = [await mergedUnder(tx, viewer, topicId), await mergedUnder(tx, viewer, targetId)];
    const topics = await lockTopics(tx, viewer, allIds);
    const [source, target] = [topics.get(topicId), topics.get(targetId)];
    if (!source || !target) throw DomainError.notFound('topic');
    return { source, sourceIds, target, targetIds: allIds.filter((id) => !sourceIds.includes(id)) };
  }

  private async end(tx: Tx, { communityId }: MemberViewer, sourceId: string): Promise<TopicMerge | null> {
    return tx.row<TopicMerge>(sql`
      UPDATE topic_merges m SET undone_at = now()
      WHERE m.community_id = ${communityId} AND m.source_id = ${sourceId} AND m.undone_at IS NULL
      RETURNING ${selectList(TopicMerge, 'm')}`);
  }

  private async part(tx: Tx, viewer: MemberViewer, trees: TwoTrees, merge: TopicMerge): Promise<void> {
    const { source, sourceIds, target } = trees;
    const { communityId } = viewer;
    await tx.rows(sql`
      WITH brought AS (
        SELECT ${merge.meTooBase} + coalesce(sum(me_too_base), 0)::int AS base FROM topic_merges
        WHERE community_id = ${communityId} AND source_id = ANY (${sourceIds}::uuid[]) AND undone_at IS NULL),
      back AS (
        UPDATE topics SET merged_into_id = NULL, me_too_base = me_too_base + brought.base FROM brought
        WHERE community_id = ${communityId} AND id = ${source.id})
      UPDATE topics SET me_too_base = me_too_base - brought.base FROM brought
      WHERE community_id = ${communityId} AND id = ${target.id}`);
    const moved = await this.moves.part(tx, viewer, trees);
    if (merge.sourceResolvedAt) {
      await tx.rows(sql`
        UPDATE topics SET resolved_at = ${merge.sourceResolvedAt}
        WHERE community_id = ${communityId} AND id = ${source.id} AND resolved_by IS NOT NULL`);
    }
    const data = { mergeId: merge.id, sourceId: source.id, targetId: target.id, ...moved };
    await this.events.append(
      tx,
      viewer,
      { type: 'topic.unmerged', subjectId: source.id, data },
      { type: 'topic.duplicate_unmerged', subjectId: target.id, data },
    );
  }
}
