import { Check, Column, Entity, Index } from 'typeorm';
import { Member } from '@app/community';
import { BelongsTo, CommunityKey, Key, Moment } from '@app/database';
import { SUPERFAN_STAGES, SUPERFAN_STATES, type SuperfanStage, type SuperfanState } from './superfan-state';

/** Somebody whom leads may want to thank, or to win back: found anew every night, for their eyes only. */
@Entity('superfan_candidates')
@Index('superfan_candidates_score_idx', ['communityId', 'score', 'memberId'])
@BelongsTo(() => Member, 'memberId', 'superfan_candidates_member_fk')
@Check('superfan_candidates_stage', `stage IN (${list(SUPERFAN_STAGES)})`)
@Check('superfan_candidates_state', `state IN (${list(SUPERFAN_STATES)})`)
export class SuperfanCandidate {
  @CommunityKey('superfan_candidates_pkey')
  communityId: string;

  @Key('superfan_candidates_pkey', 'member_id')
  memberId: string;

  @Column('text')
  stage: SuperfanStage;

  @Column('text')
  state: SuperfanState;

  /** Why, in words. */
  @Column('text', { array: true })
  reasons: string[];

  /** Thousandths; puts candidates in order and means nothing else. */
  @Column('integer')
  score: number;

  @Moment('first_answer_at')
  firstAnswerAt: Date;

  @Moment('last_answer_at')
  lastAnswerAt: Date;

  /** Up to when help was looked at. */
  @Moment('as_of')
  asOf: Date;

  @Moment('found_at')
  foundAt: Date;
}

function list(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
