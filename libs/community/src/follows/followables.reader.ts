import { Injectable } from '@nestjs/common';
import type { Member } from '../members/member.entity';
import { MemberLoader } from '../members/member.loader';
import { ProductLoader } from '../products/product.loader';
import type { ProductRow } from '../products/product-row';
import { TagLoader } from '../tags/tag.loader';
import type { TagRow } from '../tags/tag-row';
import type { TopicRow } from '../topics/topic-row';
import { TopicsReader } from '../topics/topics.reader';
import type { Viewer } from '../viewer/viewer';
import type { FollowableRef } from './followable';

/** A thing that can be followed, as it is read. */
export type FollowableRow = TopicRow | TagRow | ProductRow | Member;

/** Reads the things that can be followed, whichever they are. */
@Injectable()
export class FollowablesReader {
  constructor(
    private readonly topics: TopicsReader,
    private readonly tags: TagLoader,
    private readonly products: ProductLoader,
    private readonly members: MemberLoader,
  ) {}

  /** Null where the viewer sees none. */
  load(viewer: Viewer, { thing, id }: FollowableRef): Promise<FollowableRow | null> {
    switch (thing) {
      case 'Topic':
        return this.topics.load(viewer, id);
      case 'Tag':
        return this.tags.load(viewer, id);
      case 'Product':
        return this.products.load(viewer, id);
      case 'Member':
        return this.members.load(viewer, id);
    }
  }
}
