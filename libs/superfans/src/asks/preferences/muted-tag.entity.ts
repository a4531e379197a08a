import { Entity, Index } from 'typeorm';
import { Member, Tag } from '@app/community';
import { BelongsTo, CommunityKey, Key } from '@app/database';

/** A member does not want to be asked about topics that carry a tag. */
@Entity('muted_tags')
@Index('muted_tags_tag_idx', ['communityId', 'tagId'])
@BelongsTo(() => Member, 'memberId', 'muted_tags_member_fk')
@BelongsTo(() => Tag, 'tagId', 'muted_tags_tag_fk')
export class MutedTag {
  @CommunityKey('muted_tags_pkey')
  communityId: string;

  @Key('muted_tags_pkey', 'member_id')
  memberId: string;

  /** As they chose it; once it has become a synonym, what it stands for is muted. */
  @Key('muted_tags_pkey', 'tag_id')
  tagId: string;
}
