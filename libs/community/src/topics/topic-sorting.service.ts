import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { putUnderProducts } from '../products/put-under-products';
import { TopicTags } from '../tags/topic-tags';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockTopic, requirePresent } from './topic-for-change';

/** Lets staff sort the topics of others under tags and products; texts and versions stay as they are. */
@Injectable()
export class TopicSortingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly tags: TopicTags,
  ) {}

  /** Makes the topic carry exactly these tags. */
  async setTags(viewer: Viewer, { topicId, tags }: { topicId: string; tags: readonly string[] }): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      requirePresent(await lockTopic(tx, viewer, topicId));
      const from = await this.tagsOf(tx, viewer, topicId);
      await this.tags.set(tx, viewer.communityId, topicId, tags);
      const to = await this.tagsOf(tx, viewer, topicId);
      if (String(from) === String(to)) return;
      await this.events.append(tx, viewer, { type: 'topic.tags_set', subjectId: topicId, data: { from, to } });
    });
  }

  /** Makes the topic be about exactly these products. */
  async setProducts(viewer: Viewer, topicId: string, productIds: readonly string[]): Promise<void> {
    await this.putUnder(viewer, topicId, productIds, 'topic.products_set');
  }

  /** Moves the topic from the products that it was about to others, one at least. */
  async move(viewer: Viewer, topicId: string, productIds: readonly string[]): Promise<void> {
    if (productIds.length === 0) throw DomainError.invalid('Name the product that the topic moves to.');
    await this.putUnder(viewer, topicId, productIds, 'topic.moved');
  }

  private async putUnder(
    viewer: Viewer,
    topicId: string,
    productIds: readonly string[],
    type: 'topic.products_set' | 'topic.moved',
  ): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      requirePresent(await lockTopic(tx, viewer, topicId));
      const from = await this.productsOf(tx, viewer, topicId);
      await putUnderProducts(tx, viewer.communityId, { what: 'topic', id: topicId }, productIds);
      const to = await this.productsOf(tx, viewer, topicId);
      if (String(from) === String(to)) return;
      await this.events.append(tx, viewer, { type, subjectId: topicId, data: { from, to } });
    });
  }

  private async tagsOf(tx: Tx, { communityId }: MemberViewer, topicId: string): Promise<string[]> {
    const rows = await tx.rows<{ name: string }>(sql`
      SELECT g.name FROM topic_tags tt JOIN tags g ON g.community_id = tt.community_id AND g.id = tt.tag_id
      WHERE tt.community_id = ${communityId} AND tt.topic_id = ${topicId} ORDER BY g.name`);
    return rows.map(({ name }) => name);
  }

  private async productsOf(tx: Tx, { communityId }: MemberViewer, topicId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(sql`
      SELECT product_id AS id FROM topic_products
      WHERE community_id = ${communityId} AND topic_id = ${topicId} ORDER BY product_id`);
    return rows.map(({ id }) => id);
  }
}
