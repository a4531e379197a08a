import type { WordsOf } from '@app/similarity';
import { pickUpsOf, type PickUps, type RoutingPast } from '../learning/routing-past';
import type { RoutingWitness } from '../learning/routing-replay';
import { LEAST_PICK_UPS, type Router } from '../router';
import type { RoutedPerson } from '../routed-person';
import type { RoutedQuestion, RoutedReply } from '../routed-question';
import { mostHits, type Answerable } from './ceiling';
import { DayMatching, type MatchFigures } from './day-matching';
import { DayPicks, type DayPick } from './day-picks';
import { FirstCome } from './first-come';
import type { AskedPair } from './load-figures';
import { PeopleRanks, type PeopleRankFigures } from './people-ranks';
import { RoutingBaselines } from './routing-baselines';

const DAY = 86_400_000;
const PARTS = ['all', 'second tier'] as const;
const CAP = 5;
const NOBODY: ReadonlyMap<string, number> = new Map();
/** The plain ways to ask: by which ranker, and how many a question. */
const PLAIN = [
  ['answers of all time', 5],
  ['answers decayed over 60 days', 1],
  ['answers decayed over 60 days', 5],
  ['similar threads by BM25, decayed', 5],
  ['activity + similar', 5],
  ['fixed formula with tags', 5],
  ['the router', 5],
] as const;

/** What is judged, and by which words the plain ways compare texts. */
export interface JudgedPast {
  readonly past: RoutingPast;
  readonly texts: ReadonlyMap<string, string>;
  readonly wordsOf: WordsOf;
  /** The ten most active of the half year before, who are not of the second tier. */
  readonly mostActive: ReadonlySet<string>;
  /** From when on questions are judged, in milliseconds since 1970. */
  readonly from: number;
  readonly seed: number;
}

/** Judges question by question who is ranked first, for whom it is a match, and how plain asking does. */
export class RoutingJudgement implements RoutingWitness {
  private readonly pickUps: PickUps;
  private readonly baselines: RoutingBaselines;
  private readonly tags: ReadonlyMap<string, readonly string[]>;
  private readonly ranks = new Map<string, PeopleRanks>();
  private readonly matching = new Map<string, DayMatching>();
  private readonly plain = PLAIN.map(([ranker, count]) => ({ ranker, count, asking: new FirstCome(CAP, count) }));
  private readonly answerable: Answerable[] = [];
  private readonly picks: DayPicks;

  constructor(
    private readonly router: Router,
    private readonly judged: JudgedPast,
  ) {
    this.pickUps = pickUpsOf(judged.past);
    this.picks = new DayPicks(CAP, judged.seed);
    this.tags = new Map(judged.past.questions.map(({ topicId, tagIds }) => [topicId, tagIds]));
    this.baselines = new RoutingBaselines(router.memory, (topicId) => judged.wordsOf(judged.texts.get(topicId) ?? ''));
  }

  asked(question: RoutedQuestion): void {
    if (question.at >= this.judged.from) this.judge(question);
    this.baselines.remember(question);
  }

  replied({ topicId, memberId, at }: RoutedReply): void {
    const person = this.router.memory.person(memberId);
    if (person && this.pickUps.get(topicId)?.get(memberId) === at) {
      this.baselines.pickedUp(person, this.tags.get(topicId) ?? [], at);
    }
  }

  rankings(): PeopleRankFigures[] {
    return [...this.ranks.values()].map((ranks) => ranks.figures());
  }

  matches(): MatchFigures[] {
    const { mostActive } = this.judged;
    return [...this.matching].flatMap(([score, matching]) => [
      matching.figures(score, 'all', () => true),
      matching.figures(score, 'most active', (id) => mostActive.has(id)),
      matching.figures(score, 'second tier', (id) => !mostActive.has(id)),
    ]);
  }

  /** By the name of a plain way: whom it asked. */
  plainAsks(): [string, readonly AskedPair[]][] {
    return this.plain.map(({ ranker, count, asking }) => [`${ranker}, ${count} a question`, asking.asks]);
  }

  /** How many questions can be hit at most under the cap. */
  ceiling(): number {
    return mostHits(this.answerable, CAP);
  }

  /** What the most active would hit, were they asked about the best of each whole day. */
  dayPicks(): DayPick[] {
    return this.picks.all();
  }

  private judge(question: RoutedQuestion): void {
    const { memory } = this.router;
    const answers = this.pickUps.get(question.topicId) ?? NOBODY;
    const people = [...memory.people()].filter(
      ({ pickUps, memberId }) => pickUps >= LEAST_PICK_UPS && memberId !== question.askerId,
    );
    const memberIds = people.map(({ memberId }) => memberId);
    const right = memberIds.filter((id) => answers.has(id));
    const day = Math.floor(question.at / DAY);
    if (right.length > 0) this.answerable.push({ day, memberIds: right });
    const scores = this.scores(question, people);
    this.rank(question, people, scores);
    this.match(day, question, people, scores);
    this.pick(day, question, people, scores['the router']!);
    for (const { ranker, asking } of this.plain) {
      const values = scores[ranker]!;
      const order = memberIds.map((_, place) => place).sort((a, b) => values[b]! - values[a]! || a - b);
      asking.ask(
        question,
        order.map((place) => memberIds[place]!),
        answers,
      );
    }
  }

  private scores(question: RoutedQuestion, people: readonly RoutedPerson[]): Record<string, Float64Array> {
    const chances = new Map(this.router.rank(question, question.at).map(({ memberId, p }) => [memberId, p]));
    return {
      ...this.baselines.scores(question, people),
      'the router': Float64Array.from(people, ({ memberId }) => chances.get(memberId) ?? 0),
    };
  }

  private rank(
    question: RoutedQuestion,
    people: readonly RoutedPerson[],
    scores: Readonly<Record<string, Float64Array>>,
  ): void {
    const { mostActive } = this.judged;
    const answered = new Set(this.pickUps.get(question.topicId)?.keys());
    for (const part of PARTS) {
      const kept = people.flatMap(({ memberId }, place) =>
        part === 'all' || !mostActive.has(memberId) ? [place] : [],
      );
      const ids = kept.map((place) => people[place]!.memberId);
      const others = new Map(
        part === 'all'
          ? []
          : this.router.rankOthers(question, question.at, mostActive).map((one) => [one.memberId, one.p]),
      );
      for (const [ranker, values] of Object.entries(scores)) {
        const ours = ranker === 'the router' && part !== 'all';
        const theirs = kept.map((place) => (ours ? (others.get(people[place]!.memberId) ?? 0) : values[place]!));
        this.ranksOf(ranker, part).add(ids, theirs, answered);
      }
    }
  }

  private match(
    day: number,
    question: RoutedQuestion,
    people: readonly RoutedPerson[],
    scores: Readonly<Record<string, Float64Array>>,
  ): void {
    const answers = this.pickUps.get(question.topicId) ?? NOBODY;
    const bm25 = scores['similar threads by BM25, decayed']!;
    const all = bm25.reduce((sum, value) => sum + value, 0) + 1e-9;
    people.forEach((person, place) => {
      const pair = this.router.pair(question, person, question.at / DAY);
      const values: Record<string, number> = {
        'share of similar threads by BM25': bm25[place]! / all,
        'share of similar threads, learned': pair.share,
        'chance of the router': scores['the router']![place]!,
        'match of the router': this.router.match(question, person, question.at),
      };
      for (const [score, value] of Object.entries(values)) {
        const matching = this.matching.get(score) ?? new DayMatching();
        this.matching.set(score, matching);
        matching.add(day, person.memberId, value, answers.has(person.memberId));
      }
    });
  }

  private pick(day: number, question: RoutedQuestion, people: readonly RoutedPerson[], chances: Float64Array): void {
    const answers = this.pickUps.get(question.topicId) ?? NOBODY;
    const earliest = Math.min(...answers.values());
    const first = this.router.firstTier(question.at);
    people.forEach(({ memberId }, place) => {
      if (!first.has(memberId)) return;
      const at = answers.get(memberId) ?? Infinity;
      const { topicId } = question;
      const seen = { topicId, chance: chances[place]!, answered: at < Infinity, taken: earliest < at };
      this.picks.add(day, memberId, seen);
    });
  }

  private ranksOf(ranker: string, part: string): PeopleRanks {
    const key = `${part}: ${ranker}`;
    const ranks = this.ranks.get(key) ?? new PeopleRanks(ranker, part);
    this.ranks.set(key, ranks);
    return ranks;
  }
}
