import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import { RowFault } from '../rows/row.fault';
import type { DumpTable } from './dump-table';

/** The tags of a site. Their wikis are posts, which are left out. */
export class TagsTable implements DumpTable {
  read(row: Fields, findings: Findings): void {
    const name = row.line('TagName');
    if (name === null) throw new RowFault('The field TagName is missing.');
    findings.record({ kind: 'tag', externalId: name, name });
  }
}

/** The tags of a question: `<a><b>` in older dumps, `|a|b|` in newer ones. */
export function tagsOf(text: string | null): string[] {
  return (text ?? '').split(/[<>|]+/).filter((tag) => tag.trim() !== '');
}
