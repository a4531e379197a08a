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
    KIND_CHANGED: { description: 'Staff changed its kind; `data` says from which kind and status to which.' },
    TAGS_SET: { description: 'Staff set its tags; `data` says from which to which.' },
    PRODUCTS_SET: { description: 'Staff said which products it is about.' },
    MOVED: { description: 'Staff moved it to another product.' },
    VISIBILITY_SET: { description: 'It was made private or public; `data` says from what to what.' },
    CLOSED: { description: 'Staff closed it; `data` has the reason.' },
    REOPENED: { description: 'Staff opened it again; `data` has the reason that it had been closed for.' },
    ARCHIVED: { description: 'Staff archived it; `data` has the note.' },
    UNARCHIVED: { description: 'Staff brought it back; `data` has the note it had, and whether it is open again.' },
    REMOVED: { description: 'Staff removed it, or the answer.' },
    RESTORED: { description: 'Staff restored it, or the answer.' },
    MERGED: { description: 'It was merged into `otherTopic`; `data` counts what went there.' },
    UNMERGED: { description: 'It was taken out of `otherTopic` again; `data` counts what came back.' },
    DUPLICATE_MERGED: { description: '`otherTopic` was merged into it; `data` counts what came.' },
    DUPLICATE_UNMERGED: { description: '`otherTopic` was taken out of it again; `data` counts what went.' },
    FORKED: { description: 'Answers or comments of it became `otherTopic`.' },
    FORKED_OFF: { description: 'It was made of answers or comments of `otherTopic`.' },
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
