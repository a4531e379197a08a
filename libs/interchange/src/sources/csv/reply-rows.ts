import type { On } from '../../format/record-parts';
import type { Findings } from '../rows/findings';
import { RowFault } from '../rows/row.fault';
import type { MappedTable } from './mapping/csv-mapping';
import type { MappedRow } from './mapped-row';
import { partsOf, voteRecords } from './post-rows';
import type { Solutions } from './solutions';

/** A row of a table of answers. */
export function answerRecords(row: MappedRow, findings: Findings, table: MappedTable, solutions: Solutions): void {
  const externalId = row.id('id');
  const parts = partsOf(row, externalId);
  findings.record({ kind: 'answer', topic: row.id('topic'), ...parts, byAsker: table.byAsker });
  voteRecords(row, { answer: externalId }, findings);
  const createdAt = row.maybeMoment('markedAt') ?? parts.createdAt;
  const named = solutions.meet(externalId);
  if (named || row.flag('solved')) findings.record({ kind: 'mark', mark: 'SOLVED', answer: externalId, createdAt });
  if (row.flag('official')) findings.record({ kind: 'mark', mark: 'OFFICIAL', answer: externalId, createdAt });
}

/** A row of a table of comments: on the answer where it names one, else on the topic. */
export function commentRecords(row: MappedRow, findings: Findings): void {
  const externalId = row.id('id');
  findings.record({ kind: 'comment', on: placeOf(row), ...partsOf(row, externalId) });
  const up = row.count('votesUp') ?? 0;
  if (up > 0) findings.record({ kind: 'vote', on: { comment: externalId }, up });
}

function placeOf(row: MappedRow): On {
  const answer = row.maybeId('answer');
  if (answer !== null) return { answer };
  const topic = row.maybeId('topic');
  if (topic !== null) return { topic };
  throw new RowFault('The row does not say what the comment is on.');
}
