import { Check, Column, Entity, Index } from 'typeorm';
import { Member, Topic } from '@app/community';
import { BelongsTo, CommunityKey, Key, Moment } from '@app/database';
import type { EntryKind } from './entry-kind';
import type { Cause, Refusal } from './ledger-entry';

/**
 * One line of the ledger as it was written: by the database, in the transaction of the mark that it tells of, or by a
 * decision of a lead. Nobody edits or deletes it. Members are named as they were then: who was merged into another one
 * since is found by `members.merged_into_id`.
 */
@Entity('reputation_entries')
@Index('reputation_entries_subject_idx', ['communityId', 'subjectId', 'at', 'id'])
@Index('reputation_entries_actor_idx', ['communityId', 'actorId', 'at', 'id'], { where: 'actor_id IS NOT NULL' })
@Index('reputation_entries_post_idx', ['communityId', 'postId', 'kind'], { where: 'post_id IS NOT NULL' })
@Index('reputation_entries_names_idx', ['communityId', 'namesId'], { where: 'names_id IS NOT NULL' })
@BelongsTo(() => Member, 'actorId', 'reputation_entries_actor_fk')
@BelongsTo(() => Member, 'subjectId', 'reputation_entries_subject_fk')
@BelongsTo(() => Topic, 'topicId', 'reputation_entries_topic_fk')
@BelongsTo(() => ReputationEntry, 'namesId', 'reputation_entries_names_fk')
@Check(
  'reputation_entries_kind',
  `kind IN ('STAR', 'SOLVED', 'OFFICIAL', 'DUPLICATE', 'DONE', 'REVERSAL', 'RELEASE', 'KEPT')`,
)
@Check('reputation_entries_refusal', `refusal IN ('SAME_PERSON', 'OWN_TOPIC')`)
@Check('reputation_entries_cause', `cause IS NULL OR (kind = 'REVERSAL' AND cause IN ('TAKEN_BACK', 'ERASED'))`)
@Check(
  'reputation_entries_names',
  `CASE WHEN kind IN ('REVERSAL', 'RELEASE', 'KEPT') THEN names_id IS NOT NULL AND post_id IS NULL AND refusal IS NULL
    ELSE names_id IS NULL AND post_id IS NOT NULL AND note IS NULL END`,
)
export class ReputationEntry {
  @CommunityKey('reputation_entries_pkey')
  communityId: string;

  @Key('reputation_entries_pkey')
  id: string;

  @Column('text')
  kind: EntryKind;

  /** When it was confirmed, or decided. */
  @Moment('at')
  at: Date;

  /** Whose word it is: who confirmed, or the lead who decided; null where no person did. */
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  /** Whose help it is about. */
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  /** The topic where the help was given, before anything was merged; of a duplicate link the duplicate. */
  @Column('uuid', { name: 'topic_id' })
  topicId: string;

  /** The answer, or the topic that was linked; null for decisions. */
  @Column('uuid', { name: 'post_id', nullable: true })
  postId: string | null;

  /** Products of the topic when it was confirmed. */
  @Column('uuid', { name: 'product_ids', array: true, default: '{}' })
  productIds: string[];

  @Column('uuid', { name: 'tag_ids', array: true, default: '{}' })
  tagIds: string[];

  @Column('integer', { name: 'rule_version' })
  ruleVersion: number;

  /** Why the rules give nothing for it. */
  @Column('text', { nullable: true })
  refusal: Refusal | null;

  /** The entry that a decision is about. */
  @Column('uuid', { name: 'names_id', nullable: true })
  namesId: string | null;

  /** Why the database reversed it by itself; null where a lead did. */
  @Column('text', { nullable: true })
  cause: Cause | null;

  /** What the lead says of the decision; its subject reads it. */
  @Column('text', { nullable: true })
  note: string | null;
}
