import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TOPIC_EVENT_KINDS, type TopicEventKind } from '@app/community';
import type { Role } from '@app/kernel';
import { asEnum } from '../common/as-enum';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { Json } from '../common/json.scalar';
import { RoleEnum } from '../members/member.type';

export const TopicEventKindEnum = asEnum(TOPIC_EVENT_KINDS);
registerEnumType(TopicEventKindEnum, {
  name: 'TopicEventKind',
  description: 'What can happen to a topic, as its history tells it.',
  valuesMap: {
    ASKED: { description: 'It was started; `data` has its kind.' },
    EDITED: { description: 'It was edited; `data` has the new version and the fields that changed.' },
    RETRACTED: { description: 'Its author took it back.' },
    STATUS_SET: { description: 'Staff set its status; `data` says from what to what.' },
    KIND_CHANGED: { description: 'Staff changed its kind; `data` has kind and status before and after.' },
    TAGS_SET: { description: 'Staff sorted it under other tags; `data` has their names before and after.' },
    PRODUCTS_SET: { description: 'Staff sorted it under other products.' },
    MOVED: { description: 'Staff moved it to another product.' },
    VISIBILITY_SET: { description: 'It became private, or public; `data` says from what to what.' },
    CLOSED: { description: 'Staff closed it; `data` has the reason.' },
    REOPENED: { description: 'Staff opened it again.' },
    ARCHIVED: { description: 'Staff archived it; `data` has the note.' },
    UNARCHIVED: { description: 'Staff took it out of the archive.' },
    MERGED: { description: 'Staff merged it into `otherTopic`.' },
    UNMERGED: { description: 'Staff parted it from `otherTopic` again.' },
    DUPLICATE_MERGED: { description: 'Staff merged `otherTopic` into it.' },
    DUPLICATE_UNMERGED: { description: 'Staff parted `otherTopic` from it again.' },
    ANSWER_MARKED_OFFICIAL: { description: 'A representative made an answer the official one.' },
    ANSWER_UNMARKED_OFFICIAL: { description: 'An answer is no longer the official one.' },
    ANSWER_MARKED_SOLVED: { description: 'The asker said that an answer solved it.' },
    ANSWER_UNMARKED_SOLVED: { description: 'It is no longer said that an answer solved it.' },
  },
});

/** Something that happened to a topic. */
@ObjectType('TopicEvent', {
  description: 'Something that happened to a topic: what, by whom, when, and in which role.',
})
export class TopicEventType {
  @Field(() => TopicEventKindEnum, { description: 'What happened.' })
  kind: TopicEventKind;

  @Field(() => RoleEnum, { nullable: true, description: 'The role of whoever did it, when they did it.' })
  actorRole: Role | null;

  @Field(() => Json, { description: 'What else there is to say, as the kind describes it; an object.' })
  data: Readonly<Record<string, unknown>>;

  @Field(() => DateTime, { description: 'When it happened.' })
  createdAt: Date;
}

export const TopicEventConnection = connectionOf('TopicEvent', () => TopicEventType);
