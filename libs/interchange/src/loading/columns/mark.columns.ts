import { FLAG_REASONS, MODERATION_CAUSES, MODERATION_DECISIONS, TOPIC_LINK_KINDS } from '@app/community';
import { ROLES } from '@app/kernel';
import { RECORD_FILES, type RecordKind } from '../../format/interchange-record';
import { TITLE_LENGTH } from '../text-of';
import { FORMER_MEMBER } from './post.columns';
import { ownUuid } from './own-uuid';
import type { RecordFields } from './record-fields';
import {
  content,
  flag,
  idOf,
  int,
  json,
  member,
  moment,
  neededMoment,
  on,
  placeKey,
  text,
  uuid,
} from './staged-column';
import { ownId, type StagedKind } from './staged-kind';
import { recordId } from './record-id';

const MARKS = ['SOLVED', 'STAR', 'OFFICIAL'] as const;
const DAY = /^\d{4}-\d\d-\d\d$/;

export const MARK: StagedKind = {
  kind: 'mark',
  key: (fields) => {
    const mark = fields.oneOf('mark', MARKS);
    const since = mark === 'OFFICIAL' ? fields.moment('createdAt') : '';
    const by = mark === 'STAR' ? fields.ref('by') : '';
    return fields.ref('externalId') ?? [mark, fields.ref('answer'), by, since].join('\n');
  },
  columns: [
    text('mark', (fields) => fields.need('mark', fields.oneOf('mark', MARKS))),
    idOf('answer_id', 'answer', (fields) => fields.need('answer', fields.ref('answer'))),
    ...member('by', (fields) => {
      const by = fields.ref('by');
      return fields.text('mark') === 'STAR' ? fields.need('by', by) : by;
    }),
    ...member('owner', (fields) => fields.ref('owner')),
    ...member('ended_by', (fields) => fields.ref('endedBy')),
    flag('trusted', (fields) => fields.flag('trusted')),
    moment('review_at', 'reviewAt'),
    moment('ended_at', 'endedAt'),
    flag('suspended', (fields) => fields.flag('suspended') === true && fields.has('endedAt')),
    neededMoment('created_at', 'createdAt'),
  ],
};

export const VOTE: StagedKind = {
  kind: 'vote',
  key: (fields) => `${placeKey(fields)}\n${fields.text('day') ?? ''}`,
  columns: [
    ...on(),
    { name: 'day', type: 'date', read: ({ fields }) => day(fields) },
    int('up', (fields) => fields.int('up') ?? 0),
    int('down', (fields) => fields.int('down') ?? 0),
  ],
};

export const ME_TOO: StagedKind = {
  kind: 'meToo',
  key: (fields) => [fields.ref('topic'), fields.ref('member'), fields.ref('movedFrom')].join('\n'),
  columns: [
    idOf('topic_id', 'topic', (fields) => fields.need('topic', fields.ref('topic'))),
    ...member('member', (fields) => fields.need('member', fields.ref('member'))),
    idOf('moved_from_id', 'topic', (fields) => fields.ref('movedFrom')),
    neededMoment('created_at', 'createdAt'),
  ],
};

export const LINK: StagedKind = {
  kind: 'link',
  key: (fields) => [fields.ref('topic'), fields.ref('linked')].join('\n'),
  columns: [
    idOf('topic_id', 'topic', (fields) => fields.need('topic', fields.ref('topic'))),
    idOf('linked_id', 'topic', (fields) => fields.need('linked', fields.ref('linked'))),
    text('link', (fields) => fields.need('link', fields.oneOf('link', TOPIC_LINK_KINDS))),
    ...member('by', (fields) => fields.ref('by')),
    moment('confirmed_at', 'confirmedAt'),
    ...member('confirmed_by', (fields) => fields.ref('confirmedBy')),
    moment('rejected_at', 'rejectedAt'),
    ...member('rejected_by', (fields) => fields.ref('rejectedBy')),
    neededMoment('created_at', 'createdAt'),
  ],
};

export const MERGE: StagedKind = {
  kind: 'merge',
  key: ownId,
  columns: [
    idOf('source_id', 'topic', (fields) => fields.need('source', fields.ref('source'))),
    idOf('target_id', 'topic', (fields) => fields.need('target', fields.ref('target'))),
    ...member('by', (fields) => fields.ref('by') ?? FORMER_MEMBER),
    int('me_too_base', (fields) => fields.int('meTooBase') ?? 0),
    moment('source_resolved_at', 'sourceResolvedAt'),
    moment('undone_at', 'undoneAt'),
    neededMoment('created_at', 'createdAt'),
  ],
};

export const REVISION: StagedKind = {
  kind: 'revision',
  key: ownId,
  columns: [
    ...on(),
    int('version', (fields) => fields.need('version', fields.int('version'))),
    ...member('editor', (fields) => fields.ref('editor') ?? FORMER_MEMBER),
    text('editor_role', (fields) => fields.oneOf('editorRole', ROLES)),
    text('title', (fields) => fields.line('title', TITLE_LENGTH)),
    ...content('body', null),
    neededMoment('created_at', 'createdAt'),
  ],
};

export const FLAG: StagedKind = {
  kind: 'flag',
  key: ownId,
  columns: [
    ...on(),
    ...member('member', (fields) => fields.need('member', fields.ref('member'))),
    text('reason', (fields) => fields.need('reason', fields.oneOf('reason', FLAG_REASONS))),
    text('note', (fields) => fields.text('note') ?? ''),
    flag('trusted', (fields) => fields.flag('trusted') ?? false),
    moment('settled_at', 'settledAt'),
    neededMoment('created_at', 'createdAt'),
  ],
};

export const MODERATION: StagedKind = {
  kind: 'moderation',
  key: ownId,
  columns: [
    ...on(),
    text('cause', (fields) => fields.need('cause', fields.oneOf('cause', MODERATION_CAUSES))),
    text('decision', (fields) => fields.oneOf('decision', MODERATION_DECISIONS)),
    text('reason', (fields) => fields.text('reason')),
    ...member('decided_by', (fields) => fields.ref('decidedBy')),
    moment('decided_at', 'decidedAt'),
    neededMoment('created_at', 'createdAt'),
  ],
};

const TARGETS = ['topic', 'answer', 'comment', 'member', 'product', 'article'] as const;
const LONGEST_PATH = 2000;

export const REDIRECT: StagedKind = {
  kind: 'redirect',
  key: path,
  columns: [
    text('path', path),
    text('target', (fields) => target(fields).toUpperCase()),
    uuid('target_id', (fields, { origin }) => {
      const name = target(fields);
      return recordId(origin, name, fields.object('to')?.ref(name) ?? '');
    }),
  ],
};

export const EVENT: StagedKind = {
  kind: 'event',
  key: ownId,
  columns: [
    text('type', (fields) => fields.need('type', fields.line('type', 100))),
    uuid('subject_id', (fields) => {
      const subject = fields.need('subject', fields.ref('subject'));
      return subject === 'community' ? null : ownUuid(fields, 'subject');
    }),
    uuid('actor_id', (fields) => ownUuid(fields, 'actor')),
    text('actor_role', (fields) => fields.oneOf('actorRole', ROLES)),
    uuid('acting_user_id', (fields) => ownUuid(fields, 'actingUser')),
    json('data', (fields) => JSON.stringify(fields.need('data', fields.object('data')).plain())),
    neededMoment('created_at', 'createdAt'),
  ],
};

export const ORIGIN: StagedKind = {
  kind: 'origin',
  key: (fields) => ['of', 'record', 'origin'].map((name) => fields.ref(name)).join('\n'),
  columns: [
    text('of', kindOf),
    uuid('record_id', (fields, { origin }) =>
      recordId(origin, kindOf(fields), fields.need('record', fields.ref('record'))),
    ),
    text('origin', (fields) => fields.need('origin', fields.ref('origin'))),
    text('origin_id', (fields) => fields.ref('originId')),
    text('said', (fields) => fields.text('digest') ?? ''),
    int('version', (fields) => fields.int('version') ?? 1),
  ],
};

function kindOf(fields: RecordFields): RecordKind {
  return fields.need('of', fields.oneOf('of', Object.keys(RECORD_FILES) as RecordKind[]));
}

function day(fields: RecordFields): string {
  const value = fields.text('day');
  if (value === null) return '-infinity';
  if (!DAY.test(value) || Number.isNaN(Date.parse(value)))
    throw fields.fault('day', 'must be a day such as 2024-07-01');
  return value;
}

function path(fields: RecordFields): string {
  const value = fields.need('path', fields.text('path'));
  if (value.startsWith('/') && Buffer.byteLength(value) <= LONGEST_PATH) return value;
  throw fields.fault('path', `must begin with / and have at most ${LONGEST_PATH} bytes`);
}

function target(fields: RecordFields): (typeof TARGETS)[number] {
  const to = fields.need('to', fields.object('to'));
  const named = TARGETS.filter((name) => to.has(name));
  const [only] = named;
  if (named.length === 1 && only) return only;
  throw fields.fault('to', `must name one ${TARGETS.join(', ')}`);
}
