import { Injectable } from '@nestjs/common';
import { isMember, type Viewer } from '@app/community';
import { Cursor, DomainError, toConnection, type Connection, type PageRequest } from '@app/kernel';
import { CurrentEpoch } from '../trust/current-epoch';
import type { Confirmation } from './entry-kind';
import { foldLedger } from './fold-ledger';
import type { ScoredEntry } from './ledger-entry';
import { LedgerReader } from './ledger.reader';
import { ownLines, type OwnLine } from './own-line';
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
  /** What each line is worth, the newest first. */
  readonly everyLine: readonly ScoreLine[];
  /** All entries, decisions too, by their keys. */
  readonly entries: ReadonlyMap<string, ScoredEntry>;
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
    const ownId = ownIdOf(viewer);
    const scored = await this.ledger.scoredAbout(communityId, ownId);
    const people = new Set([ownId, ...scored.flatMap(({ actorId }) => actorId ?? [])]);
    const epoch = await this.epochs.wordsOf(communityId, [...people]);
    const lines = foldLedger(scored, epoch);
    const entries = new Map(scored.map((entry) => [entry.id, entry]));
    return {
      communityId,
      epoch: epoch.number,
      ruleVersion: epoch.number === 0 ? CURRENT_RULES.version : epoch.ruleVersion,
      value: total(lines),
      sums: [...Map.groupBy(lines, ({ entryId }) => entries.get(entryId)!.kind as Confirmation)]
        .map(([kind, some]) => ({ kind, lines: some.length, value: total(some) }))
        .toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
      heldCount: lines.filter(({ nothing }) => nothing === 'HELD').length,
      reversedCount: lines.filter(({ nothing }) => nothing === 'REVERSED').length,
      everyLine: lines.toReversed(),
      entries,
    };
  }

  /** A page of the lines, the newest first: of these, and what was decided about them, the rest is read. */
  async page(own: OwnReputation, request: PageRequest): Promise<Connection<OwnLine>> {
    const { communityId, entries } = own;
    const ordered = request.backward ? own.everyLine.toReversed() : own.everyLine;
    const from = request.cursor === null ? 0 : placeBehind(ordered, request.cursor);
    const shown = ordered.slice(from, from + request.size + 1);
    const told = await this.ledger.toldOf(communityId, withDecisions(shown, entries));
    const lines = ownLines(communityId, shown, told);
    return toConnection(lines, request, ({ at, id }) => Cursor.encode(LIST, [at.getTime(), id]));
  }
}

function total(lines: readonly ScoreLine[]): number {
  return lines.reduce((sum, { value }) => sum + value, 0) / MILLION;
}

function ownIdOf(viewer: Viewer): string {
  if (!viewer.userId) throw new DomainError('UNAUTHENTICATED', 'Log in first.');
  if (!isMember(viewer)) throw new DomainError('FORBIDDEN', 'Join this community first.');
  if (viewer.actingUserId)
    throw new DomainError('FORBIDDEN', 'A key does not see the ledger of the member it acts for.');
  return viewer.memberId;
}

/** Where the page behind a cursor begins, also where the line of the cursor is not the same any more. */
function placeBehind(lines: readonly ScoreLine[], cursor: string): number {
  const [, id] = Cursor.decode(cursor, LIST, ['number', 'string']);
  return lines.findIndex(({ entryId }) => entryId === id) + 1;
}

/** The keys of lines, of the decisions about them, and about these. */
function withDecisions(lines: readonly ScoreLine[], entries: ReadonlyMap<string, ScoredEntry>): string[] {
  const decisions = [...entries.values()].filter(({ namesId }) => namesId !== null);
  const naming = Map.groupBy(decisions, ({ namesId }) => namesId);
  const ids = lines.map(({ entryId }) => entryId);
  for (const id of ids) ids.push(...(naming.get(id) ?? []).map((decision) => decision.id));
  return ids;
}
