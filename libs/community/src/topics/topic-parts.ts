import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { POSTING_FOLLOWERS, type PostingFollower } from '../posting/posting-followers';
import { putUnderProducts } from '../products/put-under-products';
import { Revisions } from '../revisions/revisions';
import { TopicTags } from '../tags/topic-tags';
import type { MemberViewer } from '../viewer/viewer';
import type { AskTopic, EditTopic } from './topic-input';

/** What belongs to a topic and stands in tables of its own: its products, its tags, its versions. */
@Injectable()
export class TopicParts {
  constructor(
    private readonly tags: TopicTags,
    private readonly revisions: Revisions,
    @Inject(POSTING_FOLLOWERS) private readonly followers: readonly PostingFollower[],
  ) {}

  /** Gives a new topic its parts. */
  async begin(
    tx: Tx,
    viewer: MemberViewer,
    topicId: string,
    { title, body, productIds, tags }: AskTopic,
  ): Promise<void> {
    if (productIds?.length) await putUnderProducts(tx, viewer.communityId, { what: 'topic', id: topicId }, productIds);
    if (tags?.length) await this.tags.set(tx, viewer.communityId, topicId, tags);
    await this.revisions.keep(tx, viewer, { topicId, version: 1, title, body });
    for (const follower of this.followers) await follower.opened(tx, viewer.communityId, topicId);
  }

  /** Changes what an edit names, and leaves the rest. */
  async sort(
    tx: Tx,
    viewer: MemberViewer,
    topicId: string,
    { productIds, tags }: Pick<EditTopic, 'productIds' | 'tags'>,
  ): Promise<void> {
    if (productIds) await putUnderProducts(tx, viewer.communityId, { what: 'topic', id: topicId }, productIds);
    if (tags) await this.tags.set(tx, viewer.communityId, topicId, tags);
  }

  /** Keeps what a version said. */
  async keepVersion(
    tx: Tx,
    viewer: MemberViewer,
    topicId: string,
    text: { version: number; title: string; body: string },
  ): Promise<void> {
    await this.revisions.keep(tx, viewer, { topicId, ...text });
  }
}
