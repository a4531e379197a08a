import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import type { DumpTable } from './dump-table';
import type { KnownPosts } from './known-posts';
import { ANSWER, QUESTION } from './posts.table';

/** Accepted answers of which no vote says when: at the moment they were given. Reads the posts a second time. */
export class UnmarkedTable implements DumpTable {
  constructor(private readonly known: KnownPosts) {}

  read(row: Fields, findings: Findings): void {
    const type = row.count('PostTypeId');
    if (type === ANSWER && this.known.mark(row.id('Id'))) {
      findings.record({ kind: 'mark', mark: 'SOLVED', answer: row.id('Id'), createdAt: row.instant('CreationDate') });
    }
    const accepted = type === QUESTION ? row.maybeId('AcceptedAnswerId') : null;
    if (accepted !== null && !this.known.answers.has(accepted)) {
      findings.leaveOut('accepted answers that are not in the dump');
    }
  }
}
