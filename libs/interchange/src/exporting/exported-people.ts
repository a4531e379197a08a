import { COMMUNITY, createdAt, externalId, recordsOf, unless, version, type ExportedKind } from './exported-kind';
import { JsonSql } from './json-sql';

const { moment, object, oneOf, plain, text, word } = JsonSql;

const community = `SELECT ${object(
  ['kind', `'"community"'`],
  ['format', `'"answerhood"'`],
  ['version', `'1'`],
  ['slug', word('x.slug')],
  ['name', text('x.name')],
  ['locale', text('x.locale')],
  ['visibility', word('x.visibility')],
  ['settings', plain('x.settings')],
  createdAt,
)} FROM communities x WHERE x.id = ${COMMUNITY}`;

const products = recordsOf('product', 'products x', 'x.id', [
  externalId,
  ['name', text('x.name')],
  ['parent', word('x.parent_id')],
  ['slug', text('x.slug')],
  ['description', text(unless('x.description', `''`))],
  ['position', plain(unless('x.position', '0'))],
  ['archivedAt', moment('x.archived_at')],
  createdAt,
  version,
]);

const tags = recordsOf(
  'tag',
  'tags x LEFT JOIN tags s ON s.community_id = x.community_id AND s.id = x.synonym_of_id',
  'x.id',
  [
    externalId,
    ['name', text('x.name')],
    ['description', text(unless('x.description', `''`))],
    ['synonymOf', text('s.name')],
    createdAt,
    version,
  ],
);

/** The address of the user behind a member is written, or the one by which an unclaimed member can be taken over. */
const members = recordsOf(
  'member',
  `members x LEFT JOIN users u ON u.id = x.user_id
     LEFT JOIN member_addresses a ON a.community_id = x.community_id AND a.member_id = x.id`,
  'x.id',
  [
    externalId,
    ['name', text('x.display_name')],
    ['handle', word('x.handle')],
    ['email', text('coalesce(u.email, a.email)')],
    ['role', word('x.role')],
    ['seat', plain(unless('x.seat', 'false'))],
    ['title', text(unless('x.title', `''`))],
    ['bio', object(['text', text(unless('x.bio', `''`))])],
    ['locale', text('x.locale')],
    ['suspendedUntil', moment('x.suspended_until')],
    ['suspendedReason', text('x.suspended_reason')],
    ['erasedAt', moment('x.erased_at')],
    ['mergedInto', word('x.merged_into_id')],
    createdAt,
    version,
  ],
);

const follows = recordsOf(
  'follow',
  'follows x LEFT JOIN tags g ON g.community_id = x.community_id AND g.id = x.tag_id',
  'x.id',
  [
    externalId,
    ['member', word('x.member_id')],
    [
      'followed',
      oneOf(
        ['topic', word('x.topic_id')],
        ['tag', text('g.name')],
        ['product', word('x.product_id')],
        ['member', word('x.person_id')],
      ),
    ],
    ['reason', text('x.reason')],
    ['movedFrom', word('x.moved_from_id')],
    createdAt,
  ],
);

/** The community, and who and what is in it. */
export const EXPORTED_PEOPLE: readonly ExportedKind[] = [
  { kind: 'community', tables: ['communities'], statements: [community] },
  { kind: 'product', tables: ['products'], statements: [products] },
  { kind: 'tag', tables: ['tags'], statements: [tags] },
  { kind: 'member', tables: ['members', 'member_addresses'], statements: [members] },
  { kind: 'follow', tables: ['follows'], statements: [follows] },
];
