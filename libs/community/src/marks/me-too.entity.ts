import { Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key } from '@app/database';
import { Member } from '../members/member.entity';
import { Topic } from '../topics/topic.entity';

/** A member has the same question, problem or wish. The author has one too, from the start. */
@Entity('me_toos')
@Index('me_toos_member_idx', ['communityId', 'memberId', 'createdAt'])
@BelongsTo(() => Topic, 'topicId', 'me_toos_topic_fk')
@BelongsTo(() => Topic, 'movedFromId', 'me_toos_moved_from_fk')
@BelongsTo(() => Member, 'memberId', 'me_toos_member_fk')
export class MeToo {
  @CommunityKey('me_toos_pkey')
  communityId: string;

  @Key('me_toos_pkey', 'topic_id')
  topicId: string;

  @Key('me_toos_pkey', 'member_id')
  memberId: string;

  /** The topic that it was given to, while a merge keeps it with another. */
  @Column('uuid', { name: 'moved_from_id', nullable: true })
  movedFromId: string | null;

  @CreatedAt()
  createdAt: Date;
}
