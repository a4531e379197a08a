import { hash } from 'node:crypto';
import {
  FACES,
  POST_STATES,
  statusesOf,
  TOPIC_KINDS,
  TOPIC_STATUSES,
  TOPIC_VISIBILITIES,
  topicCode,
} from '@app/community';
import { ROLES, slugify } from '@app/kernel';
import { TITLE_LENGTH } from '../text-of';
import { locale } from './people.columns';
import type { RecordFields } from './record-fields';
import {
  content,
  derived,
  idOf,
  int,
  member,
  moment,
  neededMoment,
  on,
  products,
  text,
  texts,
  type Reading,
  type StagedColumn,
} from './staged-column';
import { ownId, type StagedKind } from './staged-kind';
import { tagNames } from './tag-name';

/** What all posts have. The author may be nobody: a former member. */
function postColumns(nobody: string = FORMER_MEMBER): StagedColumn[] {
  return [
    ...member('author', (fields) => fields.ref('author') ?? nobody),
    text('author_role', (fields) => fields.oneOf('authorRole', ROLES)),
    ...content('body', 'body_html'),
    text('state', (fields) => fields.oneOf('state', POST_STATES) ?? 'VISIBLE'),
    text('state_reason', (fields) => fields.text('stateReason')),
    int('version', (fields) => Math.max(fields.int('version') ?? 1, 1)),
    moment('edited_at', 'editedAt'),
    neededMoment('created_at', 'createdAt'),
  ];
}

/** The external id of the member who has written what nobody is named for. */
export const FORMER_MEMBER = 'former-member';
/** That of whoever has asked it: somebody else, so that no answer is taken for a follow-up by the asker. */
export const FORMER_ASKER = 'former-asker';

function title(fields: RecordFields): string {
  return fields.need('title', fields.line('title', TITLE_LENGTH));
}

/** A code that the id gives: two of them, for the rare case that the first is in use. */
function codes({ id }: Reading): string {
  const bytes = hash('sha256', id, 'buffer');
  return topicCode(bytes) + topicCode(bytes.subarray(8));
}

export const TOPIC: StagedKind = {
  kind: 'topic',
  key: ownId,
  columns: [
    ...postColumns(FORMER_ASKER),
    text('kind', (fields) => fields.need('topicKind', fields.oneOf('topicKind', TOPIC_KINDS))),
    text('status', (fields) => {
      const kind = fields.oneOf('topicKind', TOPIC_KINDS) ?? 'QUESTION';
      const status = fields.oneOf('status', TOPIC_STATUSES) ?? 'NONE';
      return statusesOf(kind).includes(status) ? status : 'NONE';
    }),
    text('title', title),
    text('code', (fields) => fields.line('code', 40)),
    derived(text('codes', (_, reading) => codes(reading))),
    text('slug', (fields, reading) => slugify(fields.text('slug') ?? title(fields), codes(reading).slice(0, 8))),
    ...products(),
    texts('tags', (fields) => tagNames(fields.texts('tags') ?? [])),
    text('sentiment_face', (fields) => fields.object('sentiment')?.oneOf('face', FACES) ?? null),
    text('sentiment_feeling', (fields) => fields.object('sentiment')?.line('feeling', 80) ?? null),
    locale(),
    text('product_version', (fields) => fields.line('productVersion', 100)),
    text('visibility', (fields) => fields.oneOf('visibility', TOPIC_VISIBILITIES) ?? 'PUBLIC'),
    moment('closed_at', 'closedAt'),
    text('closed_reason', (fields) => fields.text('closedReason')),
    moment('archived_at', 'archivedAt'),
    text('archived_note', (fields) => fields.text('archivedNote')),
    int('me_too_base', (fields) => fields.int('meTooBase') ?? 0),
    int('view_count', (fields) => fields.int('viewCount') ?? 0),
    moment('last_activity_at', 'lastActivityAt'),
    moment('resolved_at', 'resolvedAt'),
    idOf('merged_into_id', 'topic', (fields) => fields.ref('mergedInto')),
  ],
};

export const ANSWER: StagedKind = {
  kind: 'answer',
  key: ownId,
  columns: [
    ...postColumns(),
    idOf('topic_id', 'topic', (fields) => fields.need('topic', fields.ref('topic'))),
    idOf('moved_from_id', 'topic', (fields) => fields.ref('movedFrom')),
    idOf('forked_into_id', 'topic', (fields) => fields.ref('forkedInto')),
    text('by_asker', (fields) => fields.oneOf('byAsker', ['FOLLOW_UP', 'COMMENT'])),
  ],
};

export const COMMENT: StagedKind = {
  kind: 'comment',
  key: ownId,
  columns: [
    ...postColumns(),
    ...on(),
    idOf('moved_from_id', 'topic', (fields) => fields.ref('movedFrom')),
    idOf('forked_into_id', 'topic', (fields) => fields.ref('forkedInto')),
  ],
};
