import type { LedgerEntry } from '../ledger/ledger-entry';
import type { Chance } from './chance';
import { madeEntry, seedsOf, type GamingHistory } from './gaming-history';
import { WeightedDraw } from './weighted-draw';

const DAY = 86_400_000;
const START = Date.UTC(2018, 0, 1);
/** Days that are confirmed before anybody attacks, and those of which agreement is asked. */
const BEFORE = 1_825;
const AFTER = 365;
/** Voters are drawn among those who are there in the same stretch of days. */
const STRETCH = 90;
const SUBJECTS = 40;
/** So many votes of a hundred come from people who care for what an answer is about. */
const OUT_OF_INTEREST = 30;

/** How large the community is. */
export interface GeneratedSize {
  readonly accounts: number;
  readonly answerers: number;
  /** Votes before the attack. */
  readonly votes: number;
  /** Answers that their askers said solved it, before the attack. */
  readonly solved: number;
}

/** The size that figures are given for. */
export const GENERATED: GeneratedSize = { accounts: 44_000, answerers: 5_000, votes: 200_000, solved: 8_000 };

interface Person {
  readonly id: string;
  readonly joined: number;
  readonly left: number;
  readonly votes: number;
  readonly interests: readonly [number, number];
  readonly answers: number;
  readonly quality: number;
}

interface Answer {
  readonly id: string;
  readonly author: Person;
  readonly interest: number;
  readonly at: number;
  readonly quality: number;
}

/**
 * A community as they are found: few people answer much, most once; few vote much, and more of those who answer; people
 * come, stay a while and leave; some answers are far better than others, and are found so by more. It is drawn from
 * distributions of which nothing was fitted to what is measured on it.
 */
export class GeneratedHistory {
  private readonly people: readonly Person[];
  private readonly answers: readonly Answer[];
  private readonly voters: ReadonlyMap<number, WeightedDraw<Person>>;

  private constructor(
    private readonly size: GeneratedSize,
    private readonly chance: Chance,
  ) {
    this.people = Array.from({ length: size.accounts }, (_, place) => this.person(place));
    this.answers = this.people.flatMap((person) => this.answersOf(person));
    this.voters = this.votersByStretch();
  }

  static make(size: GeneratedSize, chance: Chance): GamingHistory {
    return new GeneratedHistory(size, chance).history();
  }

  private history(): GamingHistory {
    const all = [...this.votes(), ...this.solved()].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const until = START + BEFORE * DAY;
    const entries = all.filter(({ at }) => at < until);
    const helpAfter = new Map<string, number>();
    for (const { at, subjectId, points } of all) {
      if (at >= until) helpAfter.set(subjectId, (helpAfter.get(subjectId) ?? 0) + points);
    }
    return { until, entries, seeds: seedsOf(entries, this.chance), helpAfter };
  }

  private person(place: number): Person {
    const { chance } = this;
    const answers = place < this.size.answerers ? Math.min(4_000, Math.round(this.tail(0.75))) : 0;
    const joined = Math.floor(chance.next() ** 1.15 * (BEFORE + AFTER));
    const stays = (20 + 250 * this.tail(1.1)) * (1 + Math.log(Math.max(1, answers)));
    const interest = (): number => Math.floor(SUBJECTS * chance.next() ** 2);
    return {
      id: `member-${String(place).padStart(6, '0')}`,
      joined,
      left: Math.min(BEFORE + AFTER, joined + stays),
      votes: Math.min(3_000, this.tail(1)) * (answers > 0 ? 3 + 2 * Math.sqrt(answers) : 1),
      interests: [interest(), interest()],
      answers,
      quality: Math.exp(0.9 * chance.normal()),
    };
  }

  private answersOf(author: Person): Answer[] {
    return Array.from({ length: author.answers }, (_, place) => ({
      id: `${author.id}-${place}`,
      author,
      interest: author.interests[this.chance.next() < 0.7 ? 0 : 1],
      at: author.joined + this.chance.next() * (author.left - author.joined),
      quality: author.quality * Math.exp(0.8 * this.chance.normal()),
    }));
  }

  private votersByStretch(): Map<number, WeightedDraw<Person>> {
    const voters = new Map<number, WeightedDraw<Person>>();
    for (const person of this.people) {
      for (let day = person.joined; day < person.left + STRETCH; day += STRETCH) {
        for (const interest of [...new Set(person.interests), SUBJECTS]) {
          const pool = poolOf(day, interest);
          const draw = voters.get(pool) ?? new WeightedDraw<Person>();
          draw.add(person, person.votes);
          voters.set(pool, draw);
        }
      }
    }
    return voters;
  }

  private *votes(): Generator<LedgerEntry> {
    const early = this.answers.filter(({ at }) => at < BEFORE);
    const quality = early.reduce((sum, answer) => sum + answer.quality, 0);
    for (const answer of this.answers) {
      const expected = (this.size.votes * answer.quality) / quality;
      const count = Math.floor(expected) + (this.chance.next() < expected % 1 ? 1 : 0);
      const voters = new Set<Person>([answer.author]);
      for (let vote = 0; vote < count; vote++) {
        const voter = this.voterFor(answer);
        if (!voter || voters.has(voter)) continue;
        voters.add(voter);
        const day = answer.at + 30 * this.chance.next() ** 3;
        yield this.entry(`${answer.id}-${vote}`, 'STAR', { day, voter, answer });
      }
    }
  }

  private voterFor({ at, interest }: Answer): Person | null {
    const cares = this.chance.below(100) < OUT_OF_INTEREST;
    const pool = this.voters.get(poolOf(at, cares ? interest : SUBJECTS)) ?? this.voters.get(poolOf(at, SUBJECTS));
    return pool?.draw(this.chance) ?? null;
  }

  private *solved(): Generator<LedgerEntry> {
    const early = this.answers.filter(({ at }) => at < BEFORE).length;
    for (const answer of this.answers) {
      if (this.chance.next() * early >= this.size.solved) continue;
      const voter = this.people[this.chance.below(this.people.length)];
      if (!voter || voter === answer.author) continue;
      yield this.entry(`${answer.id}-solved`, 'SOLVED', { day: answer.at, voter, answer });
    }
  }

  private entry(
    id: string,
    kind: 'STAR' | 'SOLVED',
    { day, voter, answer }: { readonly day: number; readonly voter: Person; readonly answer: Answer },
  ): LedgerEntry {
    const at = START + Math.floor(day * DAY);
    return madeEntry({ id, kind, at, actorId: voter.id, subjectId: answer.author.id, postId: answer.id });
  }

  /** At least 1, and sometimes much more: the less `steep`, the more. */
  private tail(steep: number): number {
    return (1 - this.chance.next()) ** (-1 / steep);
  }
}

function poolOf(day: number, interest: number): number {
  return Math.floor(day / STRETCH) * (SUBJECTS + 1) + interest;
}
