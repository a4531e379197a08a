import { Column, Entity, Index } from 'typeorm';
import { Answer, Member } from '@app/community';
import { BelongsTo, CommunityKey, Key, Moment } from '@app/database';

/**
 * An answer that solved its topic as the ledger stood when helpfulness was last made: the mark was not reversed, did not
 * come in a burst, and is by somebody else. What the public reads of it also depends on what it sees of the topic now.
 */
@Entity('solved_answers')
@Index('solved_answers_member_idx', ['communityId', 'memberId'])
@BelongsTo(() => Answer, 'answerId', 'solved_answers_answer_fk')
@BelongsTo(() => Member, 'memberId', 'solved_answers_member_fk')
export class SolvedAnswer {
  @CommunityKey('solved_answers_pkey')
  communityId: string;

  @Key('solved_answers_pkey', 'answer_id')
  answerId: string;

  /** Whose help it was. */
  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Moment('solved_at')
  solvedAt: Date;
}
