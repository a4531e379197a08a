import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError, newId } from '@app/kernel';
import sql from 'sql-template-tag';
import { may, requirePermission } from '../access/may';
import { lockTopics } from '../topics/topic-for-change';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { MergeMoves, type TwoTrees } from './merge-moves';
import { holdMerges, mergedUnder, rootOf } from './merge-tree';
import { requireMergeable } from './merging.policy';
import { TopicMerge } from './topic-merge.entity';

/** A topic that says the same as another. */
export interface MergeTopic {
  /** The duplicate. */
  readonly topicId: string;
  /** Where it goes; where that was merged away itself, it goes where that went. */
  readonly intoId: string;
}

/** Merges duplicates: answers, comments, followers and me-toos of both come together, each person's once. */
@Injectable()
export class TopicMergingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly moves: MergeMoves,
  ) {}

  /** Nothing of it bumps the target. MERGE_IMPOSSIBLE into itself, in a circle, and where not everybody sees both. */
  async merge(viewer: Viewer, input: MergeTopic): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      await holdMerges(tx, viewer);
      const trees = await this.lock(tx, viewer, input);
      requireMergeable(trees.source, trees.target);
      if (!may(viewer, 'speakForCompany') && (await this.moves.suspendOfficial(tx, viewer, trees))) {
        throw DomainError.forbidden('put one official answer in the place of another');
      }
      await this.join(tx, viewer, trees);
    });
  }

  private async lock(tx: Tx, viewer: MemberViewer, { topicId, intoId }: MergeTopic): Promise<TwoTrees> {
    const targetId = await rootOf(tx, viewer, intoId);
    const [sourceIds, targetIds] = [await mergedUnder(tx, viewer, topicId), await mergedUnder(tx, viewer, targetId)];
    const topics = await lockTopics(tx, viewer, [...sourceIds, ...targetIds]);
    const [source, target] = [topics.get(topicId), topics.get(targetId)];
    if (!source || !target) throw DomainError.notFound('topic');
    return { source, sourceIds, target, targetIds };
  }

  private async join(tx: Tx, viewer: MemberViewer, trees: TwoTrees): Promise<void> {
    const { source, target } = trees;
    const { communityId } = viewer;
    const mergeId = newId();
    await tx.insert(TopicMerge, {
      communityId,
      id: mergeId,
      sourceId: source.id,
      targetId: target.id,
      mergedById: viewer.memberId,
      meTooBase: source.meTooBase - (await this.baseOfOthers(tx, viewer, trees)),
      sourceResolvedAt: source.resolvedAt,
    });
    await tx.rows(sql`
      WITH gone AS (
        UPDATE topics SET merged_into_id = ${target.id}, me_too_base = 0
        WHERE community_id = ${communityId} AND id = ${source.id})
      UPDATE topics SET me_too_base = me_too_base + ${source.meTooBase}
      WHERE community_id = ${communityId} AND id = ${target.id}`);
    const moved = await this.moves.join(tx, viewer, trees);
    const data = { mergeId, sourceId: source.id, targetId: target.id, ...moved };
    await this.events.append(
      tx,
      viewer,
      { type: 'topic.merged', subjectId: source.id, data },
      { type: 'topic.duplicate_merged', subjectId: target.id, data },
    );
  }

  /** What earlier merges brought to the source. */
  private async baseOfOthers(tx: Tx, { communityId }: MemberViewer, { sourceIds }: TwoTrees): Promise<number> {
    const row = await tx.row<{ base: number }>(sql`
      SELECT coalesce(sum(me_too_base), 0)::int AS base FROM topic_merges
      WHERE community_id = ${communityId} AND source_id = ANY (${sourceIds}::uuid[]) AND undone_at IS NULL`);
    return row?.base ?? 0;
  }
}
