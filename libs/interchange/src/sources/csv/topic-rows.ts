import { TOPIC_KINDS, TOPIC_STATUSES } from '@app/community';
import type { TopicRecord } from '../../format/post.records';
import type { Findings } from '../rows/findings';
import type { MappedRow } from './mapped-row';
import { partsOf, voteRecords } from './post-rows';
import type { Solutions } from './solutions';

/** A row of a table of topics. */
export function topicRecords(row: MappedRow, findings: Findings, solutions: Solutions): void {
  const externalId = row.id('id');
  const parts = partsOf(row, externalId);
  const status = row.choice('status', TOPIC_STATUSES);
  const locale = row.line('locale');
  const lastActivityAt = row.maybeMoment('lastActivity');
  const meToos = row.count('meToos');
  const views = row.count('views');
  findings.record({
    kind: 'topic',
    topicKind: row.choice('kind', TOPIC_KINDS) ?? 'QUESTION',
    ...parts,
    title: row.line('title') ?? '',
    ...(status && { status }),
    tags: row.all('tags'),
    products: row.all('products'),
    ...(locale !== null && { locale }),
    ...(row.flag('private') && { visibility: 'PRIVATE' }),
    ...closing(row, lastActivityAt ?? parts.editedAt ?? parts.createdAt),
    ...(meToos !== null && { meTooBase: meToos }),
    ...(views !== null && { viewCount: views }),
    ...(lastActivityAt !== null && { lastActivityAt }),
  });
  voteRecords(row, { topic: externalId }, findings);
  solve(row, findings, solutions);
}

/** Sources that say that a topic is closed often do not say when: at the last moment that they name. */
function closing(row: MappedRow, last: string): Partial<TopicRecord> {
  const closedAt = row.maybeMoment('closedAt');
  const archivedAt = row.maybeMoment('archivedAt');
  return {
    ...((closedAt !== null || row.flag('closed')) && {
      closedAt: closedAt ?? last,
      closedReason: row.line('closedReason'),
    }),
    ...((archivedAt !== null || row.flag('archived')) && {
      archivedAt: archivedAt ?? last,
      archivedNote: row.line('archivedNote'),
    }),
  };
}

function solve(row: MappedRow, findings: Findings, solutions: Solutions): void {
  const answer = row.maybeId('solution');
  if (answer === null) return;
  const createdAt = row.maybeMoment('solvedAt');
  if (createdAt === null) solutions.name(answer);
  else findings.record({ kind: 'mark', mark: 'SOLVED', answer, createdAt });
}
