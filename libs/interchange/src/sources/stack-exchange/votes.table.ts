import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import type { DumpTable } from './dump-table';
import type { KnownPosts } from './known-posts';

const ACCEPTED = 1;
const UP = 2;
const DOWN = 3;

const OTHER_TYPES: Readonly<Record<number, string>> = {
  4: 'flags as offensive',
  5: 'favourites',
  6: 'votes to close',
  7: 'votes to reopen',
  8: 'bounties offered',
  9: 'bounties given',
  10: 'votes to delete',
  11: 'votes to undelete',
  12: 'flags as spam',
  15: 'reviews by moderators',
  16: 'approved edits',
};

/** Votes, of which the day is known and not the voter; and when answers were accepted. */
export class VotesTable implements DumpTable {
  constructor(private readonly known: KnownPosts) {}

  read(row: Fields, findings: Findings): void {
    const type = row.count('VoteTypeId') ?? 0;
    const post = row.id('PostId');
    if (type === ACCEPTED) return this.readAccepted(post, row, findings);
    if (type !== UP && type !== DOWN) return findings.leaveOut(OTHER_TYPES[type] ?? `votes of type ${type}`);
    const on = this.known.on(post);
    if (on === null) return findings.leaveOut(this.whyNot(post));
    const day = row.instant('CreationDate').slice(0, 'YYYY-MM-DD'.length);
    findings.record({ kind: 'vote', on, day, ...(type === UP ? { up: 1 } : { down: 1 }) });
  }

  private readAccepted(answer: string, row: Fields, findings: Findings): void {
    if (!this.known.answers.has(answer)) return findings.leaveOut(this.whyNot(answer));
    if (!this.known.mark(answer)) return findings.leaveOut('answers that are accepted no more');
    findings.record({ kind: 'mark', mark: 'SOLVED', answer, createdAt: withinDay(row.instant('CreationDate')) });
  }

  private whyNot(post: string): string {
    return this.known.has(post) ? 'votes on posts that are left out' : 'votes on posts that are not in the dump';
  }
}

/** Votes are dated to the day. Its last moment is one at which the answer was there already. */
function withinDay(instant: string): string {
  return instant.replace('T00:00:00.000Z', 'T23:59:59.999Z');
}
