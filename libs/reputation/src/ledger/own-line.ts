import type { Confirmation } from './entry-kind';
import type { LedgerEntry } from './ledger-entry';
import type { ScoreLine, WorthNothing } from './score-line';

/** How a line stands: it counts, or why it does not. */
export const LINE_STANDINGS = [
  'COUNTS',
  'REVERSED',
  'HELD',
  'SAME_PERSON',
  'OWN_TOPIC',
  'NO_TRUST',
] as const satisfies readonly ('COUNTS' | WorthNothing)[];

/** See {@link LINE_STANDINGS}. */
export type LineStanding = (typeof LINE_STANDINGS)[number];

/** A decision about a line. */
export type LineDecision = Pick<LedgerEntry, 'id' | 'kind' | 'cause'> & {
  readonly at: Date;
  readonly note: string | null;
};

/** One line of somebody's own ledger, with all that led to its value. */
export interface OwnLine {
  readonly communityId: string;
  readonly id: string;
  readonly kind: Confirmation;
  readonly at: Date;
  readonly topicId: string;
  readonly postId: string | null;
  readonly ruleVersion: number;
  readonly standing: LineStanding;
  /** In points. */
  readonly value: number;
  readonly points: number;
  readonly repeat: number;
  readonly word: number;
  readonly overlap: number;
  /** All of it in words. */
  readonly why: string;
  readonly decisions: readonly LineDecision[];
}

const MILLION = 1_000_000;

/** Lines as their owner reads them. @param told all that the ledger says of them, and of the decisions about them */
export function ownLines(communityId: string, lines: readonly ScoreLine[], told: readonly LedgerEntry[]): OwnLine[] {
  const byId = new Map(told.map((entry) => [entry.id, entry]));
  const named = Map.groupBy(told, ({ namesId }) => namesId);
  return lines.flatMap((line) => {
    const entry = byId.get(line.entryId);
    return entry ? [lineOf(communityId, entry, line, decisionsOn(entry.id, named))] : [];
  });
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

const SAID: Readonly<Record<Confirmation, string>> = {
  STAR: 'Somebody starred your answer',
  SOLVED: 'The asker said that your answer solved it',
  OFFICIAL: 'The company marked your answer as official',
  DUPLICATE: 'A duplicate that you linked was confirmed',
  DONE: 'Work that you did in a tag space was confirmed',
};

const NOTHING: Readonly<Record<Exclude<WorthNothing, 'REVERSED'>, string>> = {
  HELD: 'It is held: many confirmations came from one member within minutes, and a lead looks at them',
  SAME_PERSON: 'It gives nothing: both sides are one person',
  OWN_TOPIC: 'It gives nothing: the topic is your own',
  NO_TRUST: 'It gives nothing so far: nobody whose word counts vouches for who gave it',
};

/** Figures as people write them: two decimals at most. */
const shown = (value: number): string => String(Math.round(value * 100) / 100);

/** Why a line is worth what it is worth, in words. */
function whyOf(
  kind: Confirmation,
  line: ScoreLine,
  { ruleVersion, decisions }: Pick<OwnLine, 'ruleVersion' | 'decisions'>,
): string {
  if (line.nothing) return `${SAID[kind]}. ${nothingOf(line.nothing, decisions)}.`;
  const parts = [
    `${SAID[kind]}: ${line.points} points by version ${ruleVersion} of the rules`,
    line.repeat < 1 ? `× ${shown(line.repeat)}, since the same member confirmed you in this way before` : '',
    `the word of who gave it weighs ${shown(line.word)}`,
    line.overlap > 0
      ? `${shown(line.overlap * 100)} % of their trust comes from others who confirm you, which is discounted`
      : '',
    `together ${shown(line.value / 1e6)}`,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

function nothingOf(nothing: WorthNothing, decisions: readonly LineDecision[]): string {
  if (nothing !== 'REVERSED') return NOTHING[nothing];
  const reversal = decisions.findLast(({ kind }) => kind === 'REVERSAL');
  if (reversal?.cause === 'TAKEN_BACK') return 'It is reversed: the mark was taken back';
  if (reversal?.cause === 'ERASED') return 'It is reversed: who gave it is no longer here';
  return `It is reversed by a lead${reversal?.note ? `, who says: "${reversal.note}"` : ''}`;
}
