import { OWN_ORIGIN } from '../loading/columns/record-id';
import { createdAt, externalId, recordsOf, unless, type ExportedKind } from './exported-kind';
import { JsonSql, type JsonField } from './json-sql';

const { moment, oneOf, plain, text, word } = JsonSql;

const answer: JsonField = ['answer', word('x.answer_id')];

const solved = recordsOf('mark', 'solved_marks x', 'x.answer_id', [
  answer,
  ['mark', `'"SOLVED"'`],
  ['by', word('x.member_id')],
  createdAt,
]);

const official = recordsOf('mark', 'official_marks x', 'x.id', [
  answer,
  ['mark', `'"OFFICIAL"'`],
  externalId,
  ['by', word('x.marked_by_id')],
  ['owner', word('x.owner_id')],
  ['reviewAt', moment('x.review_at')],
  ['endedAt', moment('x.ended_at')],
  ['endedBy', word('x.ended_by_id')],
  ['suspended', plain(unless('x.suspended', 'false'))],
  ['createdAt', moment('x.marked_at')],
]);

const stars = recordsOf('mark', 'stars x', 'x.answer_id, x.member_id', [
  answer,
  ['mark', `'"STAR"'`],
  ['by', word('x.member_id')],
  ['trusted', plain('x.trusted')],
  createdAt,
]);

const POSTS_OF_VOTES = ['topics t', 'answers a', 'comments c']
  .map(
    (table) =>
      `LEFT JOIN ${table} ON ${table.slice(-1)}.community_id = x.community_id AND ${table.slice(-1)}.id = x.post_id`,
  )
  .join(' ');

const votes = recordsOf('vote', `vote_totals x ${POSTS_OF_VOTES}`, 'x.post_id, x.day', [
  ['on', oneOf(['topic', word('t.id')], ['answer', word('a.id')], ['comment', word('c.id')])],
  ['day', `'"' || to_char(${unless('x.day', `'-infinity'`)}, 'YYYY-MM-DD') || '"'`],
  ['up', plain(unless('x.up', '0'))],
  ['down', plain(unless('x.down', '0'))],
]);

const meToos = recordsOf('meToo', 'me_toos x', 'x.topic_id, x.member_id', [
  ['topic', word('x.topic_id')],
  ['member', word('x.member_id')],
  ['movedFrom', word('x.moved_from_id')],
  createdAt,
]);

const links = recordsOf('link', 'topic_links x', 'x.topic_id, x.linked_id', [
  ['topic', word('x.topic_id')],
  ['linked', word('x.linked_id')],
  ['link', word('x.kind')],
  ['by', word('x.linked_by_id')],
  ['confirmedAt', moment('x.confirmed_at')],
  ['confirmedBy', word('x.confirmed_by_id')],
  ['rejectedAt', moment('x.rejected_at')],
  ['rejectedBy', word('x.rejected_by_id')],
  createdAt,
]);

const merges = recordsOf('merge', 'topic_merges x', 'x.id', [
  externalId,
  ['source', word('x.source_id')],
  ['target', word('x.target_id')],
  ['by', word('x.merged_by_id')],
  ['meTooBase', plain(unless('x.me_too_base', '0'))],
  ['sourceResolvedAt', moment('x.source_resolved_at')],
  ['undoneAt', moment('x.undone_at')],
  createdAt,
]);

const LEADS_TO = ['topic', 'answer', 'comment', 'member', 'product', 'article'] as const;

const redirects = recordsOf('redirect', 'redirects x', 'x.path COLLATE "C"', [
  ['path', text('x.path')],
  [
    'to',
    oneOf(
      ...LEADS_TO.map((thing): JsonField => [
        thing,
        word(`CASE x.target WHEN '${thing.toUpperCase()}' THEN x.target_id END`),
      ]),
    ),
  ],
]);

const reputation = recordsOf('reputation', 'reputation_entries x', 'x.id', [
  externalId,
  ['entry', word('x.kind')],
  ['at', moment('x.at')],
  ['actor', word('x.actor_id')],
  ['subject', word('x.subject_id')],
  ['topic', word('x.topic_id')],
  ['post', word('x.post_id')],
  ['products', plain(unless('to_json(x.product_ids)::text', `'[]'`))],
  ['tags', plain(unless('to_json(x.tag_ids)::text', `'[]'`))],
  ['ruleVersion', plain('x.rule_version')],
  ['refusal', word('x.refusal')],
  ['names', word('x.names_id')],
  ['cause', word('x.cause')],
  ['note', text('x.note')],
]);

const events = recordsOf('event', 'domain_events x', 'x.id', [
  externalId,
  ['type', text('x.type')],
  ['subject', word(`CASE x.subject_id WHEN x.community_id THEN 'community' ELSE x.subject_id::text END`)],
  ['actor', word('x.actor_id')],
  ['actorRole', text('x.actor_role')],
  ['actingUser', word('x.acting_user_id')],
  ['data', plain('x.data')],
  createdAt,
]);

/** What has come as an export needs no memory: its ids are ids of rows. */
const OF_OTHERS = `(SELECT * FROM external_records WHERE origin <> '${OWN_ORIGIN}') x`;

const origins = recordsOf('origin', OF_OTHERS, 'x.id, x.origin', [
  ['of', text('x.kind')],
  ['record', word('x.id')],
  ['origin', text('x.origin')],
  ['originId', text('x.external_id')],
  ['digest', text(unless('x.digest', `''`))],
  ['version', plain(unless('x.version', '1'))],
]);

/** What members did about posts, what staff did with topics, and what has happened. */
export const EXPORTED_MARKS: readonly ExportedKind[] = [
  { kind: 'mark', tables: ['solved_marks', 'official_marks', 'stars'], statements: [solved, official, stars] },
  { kind: 'vote', tables: ['vote_totals'], statements: [votes] },
  { kind: 'meToo', tables: ['me_toos'], statements: [meToos] },
  { kind: 'link', tables: ['topic_links'], statements: [links] },
  { kind: 'merge', tables: ['topic_merges'], statements: [merges] },
  { kind: 'redirect', tables: ['redirects'], statements: [redirects] },
  { kind: 'reputation', tables: ['reputation_entries'], statements: [reputation] },
  { kind: 'event', tables: ['domain_events'], statements: [events] },
  { kind: 'origin', tables: ['external_records'], statements: [origins] },
];
