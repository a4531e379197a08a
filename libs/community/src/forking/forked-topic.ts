import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { newId, slugify } from '@app/kernel';
import sql from 'sql-template-tag';
import { Revision } from '../revisions/revision.entity';
import { newTopicCode } from '../topics/topic-code';
import { Topic } from '../topics/topic.entity';
import type { ForkTopic } from './fork-topic';
import type { LeavingPosts } from './leaving-posts';

/** What a new topic is made of. */
interface Fork {
  readonly from: Topic;
  readonly input: ForkTopic;
  readonly posts: LeavingPosts;
}

/** Makes the new topic of a fork: what its first post said, by its author, in the role of that time, since that time. */
@Injectable()
export class ForkedTopic {
  /** It is as private as the topic it comes from, and about the same products; tags are given anew. */
  async begin(tx: Tx, id: string, { from, input, posts }: Fork): Promise<void> {
    const { first, answers, comments } = posts;
    const { communityId } = from;
    const code = newTopicCode();
    const moments = [first, ...answers, ...comments].map(({ createdAt }) => createdAt.getTime());
    await tx.insert(Topic, {
      communityId,
      id,
      code,
      slug: slugify(input.title, code),
      kind: input.kind,
      title: input.title,
      body: first.body,
      bodyHtml: first.bodyHtml,
      authorId: first.authorId,
      authorRole: first.authorRole,
      locale: from.locale,
      productVersion: from.productVersion,
      visibility: from.visibility,
      createdAt: first.createdAt,
      lastActivityAt: new Date(Math.max(...moments)),
    });
    await tx.insert(Revision, {
      communityId,
      id: newId(),
      topicId: id,
      version: 1,
      editorId: first.authorId,
      editorRole: first.authorRole,
      title: input.title,
      body: first.body,
    });
    await tx.rows(sql`
      WITH about AS (
        INSERT INTO topic_products (community_id, topic_id, product_id)
        SELECT community_id, ${id}, product_id FROM topic_products
        WHERE community_id = ${communityId} AND topic_id = ${from.id})
      INSERT INTO me_toos (community_id, topic_id, member_id) VALUES (${communityId}, ${id}, ${first.authorId})`);
  }

  /** Everybody whose post went along follows where it went. */
  async follow(tx: Tx, { communityId }: Topic, id: string, { first, answers, comments }: LeavingPosts): Promise<void> {
    const reasons = new Map<string, string>(comments.map(({ authorId }) => [authorId, 'COMMENTED']));
    for (const { authorId } of answers) reasons.set(authorId, 'ANSWERED');
    reasons.set(first.authorId, 'ASKED');
    await tx.rows(sql`
      WITH come AS (
        INSERT INTO follows (community_id, id, topic_id, member_id, reason)
        SELECT ${communityId}, * FROM unnest(${[...reasons.keys()].map(newId)}::uuid[],
          ${[...reasons.keys()].map(() => id)}::uuid[], ${[...reasons.keys()]}::uuid[], ${[...reasons.values()]}::text[])
        RETURNING 1)
      UPDATE topics SET follower_count = (SELECT count(*) FROM come)
      WHERE community_id = ${communityId} AND id = ${id}`);
  }
}
