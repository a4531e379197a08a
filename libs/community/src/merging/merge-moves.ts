import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import { TagCounts } from '../tags/tag-counts';
import { TopicTally } from '../topics/topic-tally';
import type { Topic } from '../topics/topic.entity';
import type { MemberViewer } from '../viewer/viewer';
import type { MergeTree } from './merge-tree';
import { MergedMarks } from './merged-marks';
import { MergedPeople } from './merged-people';
import { MergedPosts, type MovedPosts } from './merged-posts';

/** Two topics that come together, or part. */
export interface TwoTrees {
  /** The topic that is, or was, merged into another, with what has been merged into it. */
  readonly source: Topic;
  readonly sourceIds: readonly string[];
  /** The topic where all of it stands while they are together, with what has been merged into it otherwise. */
  readonly target: Topic;
  readonly targetIds: readonly string[];
}

/** What moved between the two. */
export interface Moved extends MovedPosts {
  readonly meToos: number;
  readonly followers: number;
}

/**
 * Moves what people said and did from a source to its target, and back. The caller holds the merges of the
 * community and the rows of all these topics; `merged_into_id` has been set already.
 */
@Injectable()
export class MergeMoves {
  constructor(
    private readonly posts: MergedPosts,
    private readonly people: MergedPeople,
    private readonly marks: MergedMarks,
    private readonly tally: TopicTally,
    private readonly tags: TagCounts,
  ) {}

  /** Whether one of the two would lose its official answer to the other. */
  async suspendOfficial(tx: Tx, viewer: MemberViewer, { source, target }: TwoTrees): Promise<boolean> {
    return this.marks.collide(tx, viewer, [source.id, target.id]);
  }

  async join(tx: Tx, viewer: MemberViewer, { source, sourceIds, target, targetIds }: TwoTrees): Promise<Moved> {
    const posts = await this.posts.move(tx, { from: source, to: target, homes: sourceIds });
    await this.marks.join(tx, viewer, source.id, target.id);
    const together = [{ rootId: target.id, topicIds: [...sourceIds, ...targetIds] }];
    const people = await this.regroup(tx, viewer, together, [source.id, target.id]);
    await this.count(tx, viewer, source, target);
    return { ...posts, ...people };
  }

  async part(tx: Tx, viewer: MemberViewer, { source, sourceIds, target, targetIds }: TwoTrees): Promise<Moved> {
    const posts = await this.posts.move(tx, { from: target, to: source, homes: sourceIds });
    await this.marks.part(tx, viewer, target.id, source.id);
    const apart = [
      { rootId: source.id, topicIds: sourceIds },
      { rootId: target.id, topicIds: targetIds },
    ];
    const people = await this.regroup(tx, viewer, apart, [target.id]);
    await this.count(tx, viewer, source, target);
    return { ...posts, ...people };
  }

  private async regroup(
    tx: Tx,
    { communityId }: MemberViewer,
    trees: readonly MergeTree[],
    formerRoots: readonly string[],
  ): Promise<Pick<Moved, 'meToos' | 'followers'>> {
    const regrouping = { communityId, trees, formerRoots };
    const meToos = await this.people.place(tx, 'me_toos', regrouping);
    const followers = await this.people.place(tx, 'follows', regrouping);
    const topicIds = trees.flatMap((tree) => tree.topicIds);
    await tx.rows(sql`
      UPDATE topics t SET
        me_too_count = t.me_too_base + (
          SELECT count(*) FROM me_toos m WHERE m.community_id = t.community_id AND m.topic_id = t.id),
        follower_count = (SELECT count(*) FROM follows f WHERE f.community_id = t.community_id AND f.topic_id = t.id)
      WHERE t.community_id = ${communityId} AND t.id = ANY (${topicIds}::uuid[])`);
    return { meToos, followers };
  }

  private async count(tx: Tx, viewer: MemberViewer, source: Topic, target: Topic): Promise<void> {
    await this.tally.refresh(tx, viewer, [source.id, target.id]);
    await this.tags.adjust(tx, source);
  }
}
