import { Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, Key } from '@app/database';
import { Topic } from '../topics/topic.entity';
import { Tag } from './tag.entity';

/** A topic carries a tag. */
@Entity('topic_tags')
@Index('topic_tags_tag_idx', ['communityId', 'tagId', 'topicId'])
@BelongsTo(() => Topic, 'topicId', 'topic_tags_topic_fk')
@BelongsTo(() => Tag, 'tagId', 'topic_tags_tag_fk')
export class TopicTag {
  @CommunityKey('topic_tags_pkey')
  communityId: string;

  @Key('topic_tags_pkey', 'topic_id')
  topicId: string;

  @Key('topic_tags_pkey', 'tag_id')
  tagId: string;
}
