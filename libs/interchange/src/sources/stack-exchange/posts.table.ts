import type { PostParts } from '../../format/record-parts';
import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import type { DumpTable } from './dump-table';
import type { Duplicates } from './duplicates';
import type { KnownPosts } from './known-posts';
import type { NamedPeople } from './named-people';
import { tagsOf } from './tags.table';

/** Types of posts. */
export const QUESTION = 1;
export const ANSWER = 2;

/** Posts that are no part of a conversation. */
const OTHER_TYPES: Readonly<Record<number, string>> = {
  3: 'orphaned tag wikis',
  4: 'excerpts of tag wikis',
  5: 'tag wikis',
  6: 'nominations of moderators',
  7: 'wiki placeholders',
  8: 'privilege wikis',
};

/** Questions become topics, answers answers; with what their old addresses lead to. */
export class PostsTable implements DumpTable {
  constructor(
    private readonly known: KnownPosts,
    private readonly duplicates: Duplicates,
    private readonly people: NamedPeople,
    /** Where the dump has no votes, the scores of posts stand for them. */
    private readonly scores: boolean,
  ) {}

  read(row: Fields, findings: Findings): void {
    const id = row.id('Id');
    const type = row.count('PostTypeId') ?? 0;
    if (type === QUESTION) return findings.attempt(id, () => this.readQuestion(id, row, findings));
    if (type === ANSWER) return findings.attempt(id, () => this.readAnswer(id, row, findings));
    this.known.leaveOut(id);
    findings.leaveOut(OTHER_TYPES[type] ?? `posts of type ${type}`);
  }

  private readQuestion(id: string, row: Fields, findings: Findings): void {
    this.known.questions.add(id);
    const accepted = row.maybeId('AcceptedAnswerId');
    if (accepted !== null) this.known.accept(accepted);
    const title = row.line('Title');
    this.duplicates.remember(id, title);
    const closedAt = row.maybeInstant('ClosedDate');
    const lastActivityAt = row.maybeInstant('LastActivityDate');
    findings.record({
      kind: 'topic',
      topicKind: 'QUESTION',
      ...this.partsOf(id, row, findings),
      title: title ?? '',
      tags: tagsOf(row.text('Tags')),
      viewCount: row.count('ViewCount') ?? 0,
      ...(lastActivityAt && { lastActivityAt }),
      ...(closedAt && { closedAt, closedReason: this.duplicates.reasonOf(id) }),
      mergedInto: this.duplicates.rootOf(id),
    });
    findings.record({ kind: 'redirect', path: `/questions/${id}`, to: { topic: id } });
    findings.record({ kind: 'redirect', path: `/q/${id}`, to: { topic: id } });
    this.score({ topic: id }, row, findings);
  }

  private readAnswer(id: string, row: Fields, findings: Findings): void {
    this.known.answers.add(id);
    const question = row.id('ParentId');
    const root = this.duplicates.rootOf(question);
    findings.record({
      kind: 'answer',
      topic: root ?? question,
      ...this.partsOf(id, row, findings),
      ...(root !== null && { movedFrom: question }),
    });
    findings.record({ kind: 'redirect', path: `/a/${id}`, to: { answer: id } });
    this.score({ answer: id }, row, findings);
  }

  private partsOf(externalId: string, row: Fields, findings: Findings): PostParts {
    return {
      externalId,
      author: this.people.whose(row, 'OwnerUserId', 'OwnerDisplayName', findings),
      body: { text: row.text('Body') ?? '', format: 'HTML' },
      createdAt: row.instant('CreationDate'),
      editedAt: row.maybeInstant('LastEditDate'),
    };
  }

  private score(on: { topic: string } | { answer: string }, row: Fields, findings: Findings): void {
    const score = this.scores ? (row.integer('Score') ?? 0) : 0;
    if (score !== 0) findings.record({ kind: 'vote', on, ...(score > 0 ? { up: score } : { down: -score }) });
  }
}
