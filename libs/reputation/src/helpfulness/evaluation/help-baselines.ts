import type { AnsweredRow, HelpRow } from '../help-read';
import type { HelpWitness } from './help-happenings';

/** What is known of one member. */
interface Record {
  answers: number;
  ups: number;
  solved: number;
  elo: number;
  readonly given: Given[];
}

interface Given {
  readonly authorId: string;
  readonly thread: Given[];
  readonly record: Record;
  votes: number;
}

const PRIOR = 3;
const VOTE_POINTS = 10;
const SOLVED_POINTS = 15;
/** Standard errors of the lower bound by Wilson. */
const Z = 1.96;
/** How far one comparison moves a rating, in natural units. */
const ELO_STEP = 0.3;

/** The ways in which reputation is usually made, to compare with. */
export class HelpBaselines implements HelpWitness {
  private readonly records = new Map<string, Record>();
  private readonly threads = new Map<string, Given[]>();
  private readonly given = new Map<string, Given>();
  private readonly all = { answers: 0, ups: 0, solved: 0 };

  asked({ id }: HelpRow): void {
    this.threads.set(id, []);
  }

  answered({ id }: HelpRow, answer: AnsweredRow): void {
    const thread = this.threads.get(id)!;
    const record = this.recordOf(answer.authorId);
    const given: Given = { authorId: answer.authorId, thread, record, votes: 0 };
    thread.push(given);
    record.given.push(given);
    record.answers += 1;
    this.all.answers += 1;
    this.given.set(answer.id, given);
  }

  voted(answerId: string, up: number, down: number): void {
    const given = this.given.get(answerId)!;
    given.votes += up - down;
    given.record.ups += up;
    this.all.ups += up;
  }

  confirmed(answerId: string, solved: boolean): void {
    if (!solved) return this.voted(answerId, 1, 0);
    const { authorId, thread, record } = this.given.get(answerId)!;
    record.solved += 1;
    this.all.solved += 1;
    for (const other of thread) {
      if (other.authorId === authorId) continue;
      const moved = ELO_STEP / (1 + Math.exp(record.elo - other.record.elo));
      record.elo += moved;
      other.record.elo -= moved;
    }
  }

  /** The scores of a member, by the name of the way. */
  scores(memberId: string): Readonly<{ [name: string]: number }> {
    const record = this.recordOf(memberId);
    const { answers, ups, solved, elo } = record;
    const sum = VOTE_POINTS * ups + SOLVED_POINTS * solved;
    const all = Math.max(1, this.all.answers);
    const usual = (VOTE_POINTS * this.all.ups + SOLVED_POINTS * this.all.solved) / all;
    return {
      random: 0,
      'answer count': answers,
      'vanity sum 10/15': sum,
      'reputation per answer': (sum + PRIOR * usual) / (answers + PRIOR),
      'accept rate': (solved + (PRIOR * this.all.solved) / all) / (answers + PRIOR),
      'Wilson lower bound': wilson(solved, answers),
      Elo: elo,
      'thread-relative quality': threadRelative(record),
    };
  }

  private recordOf(memberId: string): Record {
    const known = this.records.get(memberId);
    if (known) return known;
    const record: Record = { answers: 0, ups: 0, solved: 0, elo: 0, given: [] };
    this.records.set(memberId, record);
    return record;
  }
}

function wilson(solved: number, answers: number): number {
  if (answers === 0) return 0;
  // Several marks may have come for one answer.
  const share = Math.min(1, solved / answers);
  const error = Z * Math.sqrt((share * (1 - share)) / answers + (Z / (2 * answers)) ** 2);
  return (share + Z ** 2 / (2 * answers) - error) / (1 + Z ** 2 / answers);
}

/** The mean over answers of how many times more votes they have than the others in their threads, as a logarithm. */
function threadRelative({ given }: Record): number {
  let sum = 0;
  let compared = 0;
  for (const { authorId, thread, votes } of given) {
    const others = thread.filter((other) => other.authorId !== authorId);
    if (others.length === 0) continue;
    const beside = others.reduce((total, other) => total + Math.max(0, other.votes), 0) / others.length;
    sum += Math.log((Math.max(0, votes) + 1) / (beside + 1));
    compared += 1;
  }
  return sum / (compared + PRIOR);
}
