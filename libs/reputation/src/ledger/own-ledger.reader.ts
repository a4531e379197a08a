import { Injectable } from '@nestjs/common';
import { isMember, type Viewer } from '@app/community';
import { Cursor, DomainError, toConnection, type Connection, type PageRequest } from '@app/kernel';
import { CurrentEpoch } from '../trust/current-epoch';
import type { Confirmation } from './entry-kind';
import { foldLedger } from './fold-ledger';
import type { LedgerEntry } from './ledger-entry';
import { LedgerReader } from './ledger.reader';
import { whyOf, type LineDecision, type OwnLine } from './own-line';
import { CURRENT_RULES } from './reputation-rules';
import type { ScoreLine } from './score-line';

/** What the lines of one kind make together. */
export interface LineSum {
  readonly kind: Confirmation;
  readonly lines: number;
  /** In points. */
  readonly value: number;
}

/** The ledger of one member, as they read it themselves. */
export interface OwnReputation {
  readonly communityId: string;
  /** The epoch by whose words it is computed; 0 where there was none yet. */
  readonly epoch: number;
  readonly ruleVersion: number;
  /** What all lines make together, in points. */
  readonly value: number;
  readonly sums: readonly LineSum[];
  readonly heldCount: number;
  readonly reversedCount: number;
  /** Every line, the newest first. */
  readonly everyLine: readonly OwnLine[];
}

const LIST = 'myReputation';
const MILLION = 1_000_000;

/** Shows members every line of their own ledger, and nobody else's. */
@Injectable()
export class OwnLedgerReader {
  constructor(
    private readonly ledger: LedgerReader,
    private readonly epochs: CurrentEpoch,
  ) {}

  /** The viewer's own. UNAUTHENTICATED or FORBIDDEN for who is no member, and for keys that act for others. */
  async read(viewer: Viewer): Promise<OwnReputation> {
    const { communityId } = viewer;
    const entries = await this.ledger.entriesAbout(communityId, ownIdOf(viewer));
    const actors = new Set(entries.flatMap(({ actorId }) => actorId ?? []));
    const epoch = await this.epochs.wordsOf(communityId, [...actors]);
    const scored = foldLedger(entries, epoch);
    const total = (some: readonly ScoreLine[]): number => some.reduce((sum, { value }) => sum + value, 0) / MILLION;
    const lines = linesOf(communityId, entries, scored);
    const kinds = new Map(lines.map(({ id, kind }) => [id, kind]));
    return {
      communityId,
      epoch: epoch.number,
      ruleVersion: epoch.number === 0 ? CURRENT_RULES.version : epoch.ruleVersion,
      value: total(scored),
      sums: [...Map.groupBy(scored, ({ entryId }) => kinds.get(entryId)!)]
        .map(([kind, some]) => ({ kind, lines: some.length, value: total(some) }))
        .toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
      heldCount: scored.filter(({ nothing }) => nothing === 'HELD').length,
      reversedCount: scored.filter(({ nothing }) => nothing === 'REVERSED').length,
      everyLine: lines,
    };
  }

  /** A page of the lines, the newest first. */
  page({ everyLine }: OwnReputation, request: PageRequest): Connection<OwnLine> {
    const ordered = request.backward ? everyLine.toReversed() : everyLine;
    const from = request.cursor === null ? 0 : placeBehind(ordered, request.cursor);
    const rows = ordered.slice(from, from + request.size + 1);
    return toConnection(rows, request, ({ at, id }) => Cursor.encode(LIST, [at.getTime(), id]));
  }
}

function ownIdOf(viewer: Viewer): string {
  if (!viewer.userId) throw new DomainError('UNAUTHENTICATED', 'Log in first.');
  if (!isMember(viewer)) throw new DomainError('FORBIDDEN', 'Join this community first.');
  if (viewer.actingUserId)
    throw new DomainError('FORBIDDEN', 'A key does not see the ledger of the member it acts for.');
  return viewer.memberId;
}

/** Where the page behind a cursor begins, also where the line of the cursor is not the same any more. */
function placeBehind(lines: readonly OwnLine[], cursor: string): number {
  const [, id] = Cursor.decode(cursor, LIST, ['number', 'string']);
  return lines.findIndex((line) => line.id === id) + 1;
}

function linesOf(communityId: string, entries: readonly LedgerEntry[], scored: readonly ScoreLine[]): OwnLine[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const named = Map.groupBy(entries, ({ namesId }) => namesId);
  return scored
    .flatMap((line) => {
      const entry = byId.get(line.entryId);
      return entry ? [lineOf(communityId, entry, line, decisionsOn(entry.id, named))] : [];
    })
    .toReversed();
}

/** The decisions about an entry, and about these, as they came. */
function decisionsOn(id: string, named: ReadonlyMap<string | null, readonly LedgerEntry[]>): LineDecision[] {
  const found = [...(named.get(id) ?? [])];
  for (const { id: next } of found) found.push(...(named.get(next) ?? []));
  return found
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id: decision, kind, cause, at, note }) => ({
      id: decision,
      kind,
      cause,
      at: new Date(at),
      note: note ?? null,
    }));
}

function lineOf(communityId: string, entry: LedgerEntry, line: ScoreLine, decisions: readonly LineDecision[]): OwnLine {
  const { id, at, topicId, postId, ruleVersion } = entry;
  const kind = entry.kind as Confirmation;
  return {
    communityId,
    id,
    kind,
    at: new Date(at),
    topicId,
    postId,
    ruleVersion,
    standing: line.nothing ?? 'COUNTS',
    value: line.value / MILLION,
    points: line.points,
    repeat: line.repeat,
    word: line.word,
    overlap: line.overlap,
    why: whyOf(kind, line, { ruleVersion, decisions }),
    decisions,
  };
}
