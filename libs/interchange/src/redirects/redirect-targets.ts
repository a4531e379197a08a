import { Injectable } from '@nestjs/common';
import {
  AnswersReader,
  CommentsReader,
  isTombstone,
  MemberLoader,
  ProductLoader,
  TopicsReader,
  type PublicPlace,
  type TopicRow,
  type Viewer,
} from '@app/community';

/** Merges that are followed, one after the other. */
const MOST_MERGES = 20;

/** A place, and the key of what is there. */
export type TargetPlace = PublicPlace & { readonly id: string };

/** Finds where things are today: as a viewer may see them, and as what they were merged into. */
@Injectable()
export class RedirectTargets {
  constructor(
    private readonly topics: TopicsReader,
    private readonly answers: AnswersReader,
    private readonly comments: CommentsReader,
    private readonly members: MemberLoader,
    private readonly products: ProductLoader,
  ) {}

  async topic(viewer: Viewer, id: string): Promise<TargetPlace | null> {
    const topic = await this.present(viewer, id);
    return topic && { thing: 'Topic', id: topic.id, code: topic.code, slug: topic.slug };
  }

  async answer(viewer: Viewer, id: string): Promise<TargetPlace | null> {
    const answer = await this.answers.load(viewer, id);
    const topic = answer && (await this.present(viewer, answer.topicId));
    return topic && { thing: 'Answer', communityId: viewer.communityId, id, topic };
  }

  async comment(viewer: Viewer, id: string): Promise<TargetPlace | null> {
    const comment = await this.comments.load(viewer, id);
    const topic = comment && (await this.present(viewer, comment.topicId));
    return topic && { thing: 'Comment', communityId: viewer.communityId, id, topic };
  }

  async member(viewer: Viewer, id: string): Promise<TargetPlace | null> {
    const found = await this.members.load(viewer, id);
    const member = found?.mergedIntoId ? await this.members.load(viewer, found.mergedIntoId) : found;
    return member && !member.erasedAt ? { thing: 'Member', id: member.id, handle: member.handle } : null;
  }

  async product(viewer: Viewer, id: string): Promise<TargetPlace | null> {
    const product = await this.products.load(viewer, id);
    return product && { thing: 'Product', id, slug: product.slug };
  }

  /** The topic that is read today; null where there is none to be read. */
  private async present(viewer: Viewer, id: string): Promise<TopicRow | null> {
    let topic = await this.topics.load(viewer, id);
    for (let i = 0; topic?.mergedIntoId && i < MOST_MERGES; i++) {
      topic = await this.topics.load(viewer, topic.mergedIntoId);
    }
    return topic && !isTombstone(viewer, topic) ? topic : null;
  }
}
