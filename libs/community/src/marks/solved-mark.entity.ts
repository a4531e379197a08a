import { Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key } from '@app/database';
import { Answer } from '../answers/answer.entity';
import { Member } from '../members/member.entity';
import { Topic } from '../topics/topic.entity';

/** The asker says that an answer solved it. */
@Entity('solved_marks')
@Index('solved_marks_topic_idx', ['communityId', 'topicId'])
@BelongsTo(() => Topic, 'topicId', 'solved_marks_topic_fk')
@BelongsTo(() => Answer, 'answerId', 'solved_marks_answer_fk')
@BelongsTo(() => Member, 'memberId', 'solved_marks_member_fk')
export class SolvedMark {
  @CommunityKey('solved_marks_pkey')
  communityId: string;

  @Key('solved_marks_pkey', 'answer_id')
  answerId: string;

  @Column('uuid', { name: 'topic_id' })
  topicId: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @CreatedAt()
  createdAt: Date;
}
