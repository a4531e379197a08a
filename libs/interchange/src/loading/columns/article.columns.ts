import { ARTICLE_STATES, STILL_RIGHT } from '@app/community';
import { slugify } from '@app/kernel';
import { TITLE_LENGTH } from '../text-of';
import { locale } from './people.columns';
import type { RecordFields } from './record-fields';
import {
  content,
  flag,
  idOf,
  int,
  member,
  moment,
  neededMoment,
  products,
  text,
  type StagedColumn,
} from './staged-column';
import { ownId, type StagedKind } from './staged-kind';

function title(fields: RecordFields): string {
  return fields.need('title', fields.line('title', TITLE_LENGTH));
}

function article(): StagedColumn {
  return idOf('article_id', 'article', (fields) => fields.need('article', fields.ref('article')));
}

export const ARTICLE: StagedKind = {
  kind: 'article',
  key: ownId,
  columns: [
    text('title', title),
    text('slug', (fields) => slugify(fields.text('slug') ?? title(fields), 'article')),
    text('summary', (fields) => fields.text('summary') ?? ''),
    ...content('body', 'body_html'),
    locale(),
    ...products(),
    ...member('author', (fields) => fields.ref('author')),
    text('state', (fields) => fields.oneOf('state', ARTICLE_STATES) ?? 'PUBLISHED'),
    moment('review_at', 'reviewAt'),
    int('version', (fields) => Math.max(fields.int('version') ?? 1, 1)),
    moment('edited_at', 'editedAt'),
    moment('created_at', 'createdAt'),
  ],
};

export const ARTICLE_REVISION: StagedKind = {
  kind: 'articleRevision',
  key: (fields) => [fields.ref('article'), fields.int('version')].join('\n'),
  columns: [
    article(),
    int('version', (fields) => fields.need('version', fields.int('version'))),
    ...member('editor', (fields) => fields.ref('editor')),
    text('title', title),
    text('summary', (fields) => fields.text('summary') ?? ''),
    ...content('body', null),
    neededMoment('created_at', 'createdAt'),
  ],
};

export const ARTICLE_VOTE: StagedKind = {
  kind: 'articleVote',
  key: (fields) => [fields.ref('article'), fields.ref('member')].join('\n'),
  columns: [
    article(),
    ...member('member', (fields) => fields.need('member', fields.ref('member'))),
    flag('still_right', (fields) => fields.need('stillRight', fields.oneOf('stillRight', STILL_RIGHT)) === 'YES'),
    neededMoment('created_at', 'createdAt'),
  ],
};
