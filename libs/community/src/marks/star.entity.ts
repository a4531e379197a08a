import { Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key } from '@app/database';
import { Answer } from '../answers/answer.entity';
import { Member } from '../members/member.entity';

/** A member says that an answer helped. */
@Entity('stars')
@Index('stars_member_idx', ['communityId', 'memberId', 'createdAt'])
@BelongsTo(() => Answer, 'answerId', 'stars_answer_fk')
@BelongsTo(() => Member, 'memberId', 'stars_member_fk')
export class Star {
  @CommunityKey('stars_pkey')
  communityId: string;

  @Key('stars_pkey', 'answer_id')
  answerId: string;

  @Key('stars_pkey', 'member_id')
  memberId: string;

  /** Whether the member's word counted when they gave it. */
  @Column('boolean')
  trusted: boolean;

  @CreatedAt()
  createdAt: Date;
}
