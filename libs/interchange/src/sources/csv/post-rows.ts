import { ROLES } from '@app/kernel';
import type { On, PostParts } from '../../format/record-parts';
import type { Findings } from '../rows/findings';
import type { MappedRow } from './mapped-row';

/** What every post says. An edit at the moment of posting is none. */
export function partsOf(row: MappedRow, externalId: string): PostParts {
  const createdAt = row.moment('created');
  const editedAt = row.maybeMoment('edited');
  const authorRole = row.choice('authorRole', ROLES);
  return {
    externalId,
    author: row.maybeId('author'),
    ...(authorRole && { authorRole }),
    body: row.body('body') ?? { text: '' },
    createdAt,
    ...(editedAt !== null && editedAt > createdAt && { editedAt }),
    ...(row.flag('removed') && { state: 'REMOVED', stateReason: row.line('removedReason') }),
  };
}

/** Totals of votes, where there were any. */
export function voteRecords(row: MappedRow, on: On, findings: Findings): void {
  const up = row.count('votesUp') ?? 0;
  const down = row.count('votesDown') ?? 0;
  if (up > 0 || down > 0) findings.record({ kind: 'vote', on, ...(up > 0 && { up }), ...(down > 0 && { down }) });
}
