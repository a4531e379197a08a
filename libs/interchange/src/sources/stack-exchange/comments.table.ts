import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import { RowFault } from '../rows/row.fault';
import type { DumpTable } from './dump-table';
import type { Duplicates } from './duplicates';
import { inlineMarkdown } from './inline-markdown';
import type { KnownPosts } from './known-posts';
import type { NamedPeople } from './named-people';

/** Comments on questions and answers, with their scores. */
export class CommentsTable implements DumpTable {
  constructor(
    private readonly known: KnownPosts,
    private readonly duplicates: Duplicates,
    private readonly people: NamedPeople,
  ) {}

  read(row: Fields, findings: Findings): void {
    const id = row.id('Id');
    findings.attempt(id, () => this.readComment(id, row, findings));
  }

  private readComment(externalId: string, row: Fields, findings: Findings): void {
    const post = row.id('PostId');
    const on = this.known.on(post);
    if (on === null && this.known.has(post)) return findings.leaveOut('comments on posts that are left out');
    if (on === null) throw new RowFault('The post that it is on is not in the dump.');
    const root = this.duplicates.rootOf(post);
    findings.record({
      kind: 'comment',
      externalId,
      on: root === null ? on : { topic: root },
      author: this.people.whose(row, 'UserId', 'UserDisplayName', findings),
      body: { text: inlineMarkdown(row.text('Text') ?? ''), format: 'MARKDOWN' },
      createdAt: row.instant('CreationDate'),
      ...(root !== null && { movedFrom: post }),
    });
    const up = row.count('Score') ?? 0;
    if (up > 0) findings.record({ kind: 'vote', on: { comment: externalId }, up });
  }
}
