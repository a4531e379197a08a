import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BelongsTo, CommunityKey, Counter, CreatedAt, Key } from '@app/database';
import { Community } from '../communities/community.entity';

/** A word that sorts topics. A synonym stands for another tag and has no topics of its own. */
@Entity('tags')
@Unique('tags_name_key', ['communityId', 'name'])
@Index('tags_synonym_idx', ['communityId', 'synonymOfId'])
@Index('tags_topics_idx', ['communityId', 'topicCount', 'id'])
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'tags_community_fk' })
@BelongsTo(() => Tag, 'synonymOfId', 'tags_synonym_fk')
@Check('tags_not_own_synonym', 'synonym_of_id <> id')
@Check('tags_name_form', 'name = lower(name) AND char_length(name) BETWEEN 1 AND 50')
export class Tag {
  @CommunityKey('tags_pkey')
  communityId: string;

  @Key('tags_pkey')
  id: string;

  /** Lower case, as people type it; ordered by code point, so that an index finds names by how they begin. */
  @Column({ type: 'text', collation: 'C' })
  name: string;

  @Column('text', { default: '' })
  description: string;

  /** The tag that this one is another word for. */
  @Column('uuid', { name: 'synonym_of_id', nullable: true })
  synonymOfId: string | null;

  /** Topics that carry it and stand in everybody's lists: neither held, hidden, removed, private, archived nor merged. */
  @Counter('topic_count')
  topicCount: number;

  @Counter('follower_count')
  followerCount: number;

  @Column('integer', { default: 1 })
  version: number;

  @CreatedAt()
  createdAt: Date;
}
