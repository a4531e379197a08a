import { COMMUNITY_VISIBILITIES, FOLLOW_REASONS, PRODUCT_SLUG } from '@app/community';
import {
  emailFault,
  handleFault,
  normaliseDisplayName,
  normaliseEmail,
  normaliseHandle,
  ROLES,
  slugify,
  TEXT_LIMITS,
} from '@app/kernel';
import { isLocale } from 'class-validator';
import { cut, type RecordFields } from './record-fields';
import {
  content,
  flag,
  idOf,
  int,
  json,
  member,
  moment,
  neededMoment,
  text,
  texts,
  type StagedColumn,
} from './staged-column';
import { ownId, type StagedKind } from './staged-kind';
import { settingsOf } from './community-settings.field';
import { tagName } from './tag-name';

const LONGEST_HANDLE = 30;

/** A BCP 47 tag; null where there is none or the value is none. */
export function locale(): StagedColumn {
  return text('locale', (fields) => {
    const value = fields.text('locale')?.trim() ?? '';
    return isLocale(value) ? value : null;
  });
}

export const COMMUNITY: StagedKind = {
  kind: 'community',
  key: () => 'community',
  columns: [
    int('format_version', (fields) => {
      if (fields.text('format') !== 'answerhood' || fields.int('version') !== 1) {
        throw fields.fault('version', 'is none that this release reads: import with a newer release');
      }
      return 1;
    }),
    text('name', (fields) => fields.line('name', 100)),
    locale(),
    text('visibility', (fields) => fields.oneOf('visibility', COMMUNITY_VISIBILITIES)),
    json('settings', (fields) => JSON.stringify(settingsOf(fields.object('settings')))),
    texts('implied', (fields) => fields.texts('implied') ?? []),
    moment('created_at', 'createdAt'),
  ],
};

export const PRODUCT: StagedKind = {
  kind: 'product',
  key: ownId,
  columns: [
    text('name', (fields) => fields.need('name', fields.line('name', 100))),
    idOf('parent_id', 'product', (fields) => fields.ref('parent')),
    text('slug', (fields) => {
      const given = fields.text('slug') ?? '';
      return PRODUCT_SLUG.test(given) ? given : slugify(given || (fields.text('name') ?? ''), 'product');
    }),
    text('description', (fields) => fields.text('description') ?? ''),
    int('position', (fields) => fields.int('position') ?? 0),
    moment('archived_at', 'archivedAt'),
    int('version', (fields) => fields.int('version') ?? 1),
    moment('created_at', 'createdAt'),
  ],
};

export const TAG: StagedKind = {
  kind: 'tag',
  key: ownId,
  columns: [
    text('name', (fields) => fields.need('name', tagName(fields.text('name') ?? ''))),
    text('description', (fields) => fields.text('description') ?? ''),
    text('synonym_of', (fields) => tagName(fields.text('synonymOf') ?? '')),
    int('version', (fields) => fields.int('version') ?? 1),
    moment('created_at', 'createdAt'),
  ],
};

export const MEMBER: StagedKind = {
  kind: 'member',
  key: ownId,
  columns: [
    text('display_name', displayName),
    text('handle', handle),
    text('email', (fields) => {
      const email = normaliseEmail(fields.text('email') ?? '');
      return emailFault(email) ? null : email;
    }),
    text('role', (fields) => fields.oneOf('role', ROLES) ?? 'CUSTOMER'),
    flag('seat', (fields) => fields.flag('seat') === true && fields.text('role') !== 'ALUM'),
    text('title', (fields) => fields.line('title', 100) ?? ''),
    ...content('bio', 'bio_html'),
    locale(),
    {
      name: 'suspended_until',
      type: 'timestamptz(3)',
      read: ({ fields }) => fields.moment('suspendedUntil', { endless: true }),
    },
    text('suspended_reason', (fields) => fields.text('suspendedReason')),
    moment('erased_at', 'erasedAt'),
    idOf('merged_into_id', 'member', (fields) => fields.ref('mergedInto')),
    int('version', (fields) => fields.int('version') ?? 1),
    moment('created_at', 'createdAt'),
  ],
};

export const FOLLOW: StagedKind = {
  kind: 'follow',
  key: (fields) => {
    const followed = fields.need('followed', fields.object('followed'));
    const names = ['topic', 'tag', 'product', 'member'].map((name) => followed.ref(name) ?? '');
    return fields.ref('externalId') ?? [fields.ref('member'), ...names].join('\n');
  },
  columns: [
    ...member('member', (fields) => fields.need('member', fields.ref('member'))),
    idOf('topic_id', 'topic', (fields) => followed(fields).ref('topic')),
    text('tag', (fields) => tagName(followed(fields).ref('tag') ?? '')),
    idOf('product_id', 'product', (fields) => followed(fields).ref('product')),
    idOf('person_id', 'member', (fields) => followed(fields).ref('member')),
    text('reason', (fields) => fields.oneOf('reason', FOLLOW_REASONS) ?? 'CHOSE'),
    idOf('moved_from_id', 'topic', (fields) => fields.ref('movedFrom')),
    neededMoment('created_at', 'createdAt'),
  ],
};

function followed(fields: RecordFields): RecordFields {
  const thing = fields.need('followed', fields.object('followed'));
  if (['topic', 'tag', 'product', 'member'].filter((name) => thing.has(name)).length !== 1) {
    throw fields.fault('followed', 'must name one topic, tag, product or member');
  }
  return thing;
}

function displayName(fields: RecordFields): string {
  const name = normaliseDisplayName((fields.text('name') ?? '').replace(/\p{Cc}+/gu, ' '));
  return cut(name, TEXT_LIMITS.displayName) || fields.line('handle', LONGEST_HANDLE) || 'Somebody';
}

/** The handle that the source gives, or one of the name: whether it is free is known when it is written. */
function handle(fields: RecordFields): string {
  const given = normaliseHandle(fields.text('handle') ?? '');
  if (handleFault(given) === null) return given;
  const made = slugify(given || displayName(fields), 'member')
    .slice(0, LONGEST_HANDLE)
    .replace(/-+$/, '');
  return handleFault(made) === null ? made : `member-${made}`.slice(0, LONGEST_HANDLE);
}
