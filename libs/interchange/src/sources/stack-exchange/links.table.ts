import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import type { DumpTable } from './dump-table';
import type { Duplicates } from './duplicates';
import type { KnownPosts } from './known-posts';

/** How posts are linked. */
export const LINK_TYPES = { related: 1, duplicate: 3 } as const;

/** Links between questions. */
export class LinksTable implements DumpTable {
  constructor(
    private readonly known: KnownPosts,
    private readonly duplicates: Duplicates,
  ) {}

  read(row: Fields, findings: Findings): void {
    const type = row.count('LinkTypeId') ?? 0;
    const topic = row.id('PostId');
    const linked = row.id('RelatedPostId');
    const duplicate = type === LINK_TYPES.duplicate;
    if (!duplicate && type !== LINK_TYPES.related) return findings.leaveOut(`links of type ${type}`);
    const reason = this.whyNot(topic, linked, duplicate);
    if (reason !== null) return findings.leaveOut(reason);
    const createdAt = row.instant('CreationDate');
    const target = duplicate && this.duplicates.mergedBy(topic, linked) ? this.duplicates.rootOf(topic) : null;
    if (target !== null) {
      findings.record({ kind: 'merge', externalId: row.id('Id'), source: topic, target, createdAt });
    } else {
      findings.record({ kind: 'link', topic, linked, link: duplicate ? 'DUPLICATE' : 'RELATED', createdAt });
    }
  }

  private whyNot(topic: string, linked: string, duplicate: boolean): string | null {
    if (!this.known.has(topic) || !this.known.has(linked)) return 'links of posts that are not in the dump';
    const questions = this.known.questions;
    if (topic === linked || !questions.has(topic) || !questions.has(linked))
      return 'links of posts other than questions';
    return !duplicate && this.duplicates.has(topic, linked) ? 'links beside one that says more' : null;
  }
}
