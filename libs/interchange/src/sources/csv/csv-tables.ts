import type { RedirectRecord } from '../../format/interchange-record';
import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import { MappedRow } from './mapped-row';
import type { MappedTable } from './mapping/csv-mapping';
import type { MappingGaps } from './mapping-gaps';
import { articleRecords, linkRecords, meTooRecords, memberRecords, productRecords } from './other-rows';
import { answerRecords, commentRecords } from './reply-rows';
import type { Solutions } from './solutions';
import { topicRecords } from './topic-rows';

const BRACES = /\{([^{}]+)\}/g;

/** The columns that an address names in braces. */
export function columnsOfPattern(pattern: string): string[] {
  return [...pattern.matchAll(BRACES)].map(([, column = '']) => column);
}

/** Turns rows into records as the mapping says. */
export class CsvTables {
  constructor(
    private readonly solutions: Solutions,
    private readonly gaps: MappingGaps,
  ) {}

  read(table: MappedTable, fields: Fields, findings: Findings): void {
    const left = table.leaveOut.find(({ column, cells }) => cells.has((fields.line(column) ?? '').toLowerCase()));
    if (left) return findings.leaveOut(left.as);
    const row = new MappedRow(table, fields, findings, this.gaps);
    findings.attempt(this.idOf(table, row), () => {
      this.records(table, row, findings);
      this.redirects(table, fields, row, findings);
    });
  }

  private records(table: MappedTable, row: MappedRow, findings: Findings): void {
    switch (table.kind) {
      case 'members':
        return memberRecords(row, findings);
      case 'products':
        return productRecords(row, findings);
      case 'topics':
        return topicRecords(row, findings, this.solutions);
      case 'answers':
        return answerRecords(row, findings, table, this.solutions);
      case 'comments':
        return commentRecords(row, findings);
      case 'articles':
        return articleRecords(row, findings);
      case 'meToos':
        return meTooRecords(row, findings);
      case 'links':
        return linkRecords(row, findings);
    }
  }

  private redirects(table: MappedTable, fields: Fields, row: MappedRow, findings: Findings): void {
    for (const { pattern } of table.redirects) {
      const empty = columnsOfPattern(pattern).some((column) => fields.line(column) === null);
      if (empty) continue;
      const path = pattern.replace(BRACES, (_, column: string) => fields.line(column) ?? '');
      findings.record({ kind: 'redirect', path, to: this.target(table, row.id('id')) });
    }
  }

  private target(table: MappedTable, id: string): RedirectRecord['to'] {
    if (table.kind === 'members') return { member: id };
    if (table.kind === 'products') return { product: id };
    if (table.kind === 'answers') return { answer: id };
    if (table.kind === 'comments') return { comment: id };
    return table.kind === 'articles' ? { article: id } : { topic: id };
  }

  private idOf(table: MappedTable, row: MappedRow): string | null {
    return 'id' in table.columns ? row.maybeId('id') : null;
  }
}
