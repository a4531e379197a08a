import type { InterchangeRecord } from '../../format/interchange-record';
import type { Found, Place } from '../source';
import { RowFault } from './row.fault';

/** What one row of a source gives: records, what is left out of them, and what is wrong with it. */
export class Findings {
  readonly found: Found[] = [];

  private constructor(readonly at: Place) {}

  /** Reads a row; a fault in it becomes a finding, beside what was found before it. */
  static of(at: Place, read: (findings: Findings) => void): Found[] {
    const findings = new Findings(at);
    findings.attempt(null, () => read(findings));
    return findings.found;
  }

  /** Reads a part of the row that may be wrong by itself. */
  attempt(externalId: string | null, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      this.fault(error.message, externalId);
    }
  }

  /** Reads another object that stands within this row, with its own fault. */
  each(values: readonly unknown[], read: (value: unknown) => void): void {
    for (const value of values) this.attempt(null, () => read(value));
  }

  /** Something that a row can do without: where it is wrong it is left out, by this name, and not the row. */
  optional<V>(name: string, read: () => V): V | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      this.leaveOut(name);
      return null;
    }
  }

  record(record: InterchangeRecord): void {
    this.found.push({ at: this.at, record });
  }

  /** Counts something that has no place here, by its name in the plural. */
  leaveOut(name: string): void {
    this.found.push({ at: this.at, leftOut: name });
  }

  fault(sentence: string, externalId: string | null = null): void {
    this.found.push({ at: this.at, fault: sentence, ...(externalId !== null && { externalId }) });
  }
}
