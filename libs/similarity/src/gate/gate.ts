import { CommunityMemory } from '../serving/community-memory.ts';
import type { RememberedArticle, RememberedLink, RememberedTopic } from '../serving/remembered.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import { halfOfTheRight } from '../suggestions/half-right.ts';
import type { GateFigures, GateMeasures } from './gate-figures.ts';

const DAY = 86_400_000;
/** So long before its youngest topic a community is measured. */
export const MONTH = 30 * DAY;
const SHOWN = 10;
const FIRST = 5;

/** A reply with when it was said. */
export interface DatedReply {
  readonly at: number;
  readonly text: string;
}

/** A topic of which it is known when each reply was said. */
export interface DatedTopic extends Omit<RememberedTopic, 'replies' | 'lastActive'> {
  readonly replies: readonly DatedReply[];
}

/** What others later pointed to in a topic. */
interface Right {
  readonly ids: Set<string>;
  readonly kinds: Set<RememberedLink['kind']>;
}

/** Where the first right one stood, by question: 1 by its place, 0 beyond the first ten. */
interface Places {
  readonly reciprocal: number[];
  readonly hits: number[];
  /** Log-odds of first suggestions that were right. */
  readonly rights: number[];
}

/**
 * Measures versions of a model on the last month, by the code that serves: day by day, each knowing only what was there
 * the day before. Right is what someone later pointed to.
 */
export class Gate {
  private readonly memories: readonly CommunityMemory[];
  private readonly from: number;
  /** What changed since the month began. */
  private readonly recent: DatedTopic[] = [];
  private readonly links: RememberedLink[] = [];

  /** @param from when the month began, in milliseconds since 1970 */
  constructor(versions: readonly WordVectors[], from: number) {
    this.from = from;
    this.memories = versions.map((vectors) => new CommunityMemory(vectors, Infinity));
  }

  topics(topics: readonly DatedTopic[]): void {
    const known = topics.filter(({ at }) => at < this.from).map((topic) => asOf(topic, this.from));
    for (const memory of this.memories) memory.apply({ topics: known });
    this.recent.push(
      ...topics.filter(({ at, replies }) => at >= this.from || replies.some((one) => one.at >= this.from)),
    );
  }

  articles(articles: readonly RememberedArticle[]): void {
    for (const memory of this.memories) memory.apply({ articles });
  }

  linked(links: readonly RememberedLink[]): void {
    this.links.push(...links);
    const known = links.filter(({ at }) => at < this.from);
    for (const memory of this.memories) memory.apply({ links: known });
  }

  /** Of the first version, beside the second where there is one. */
  measures(): GateMeasures {
    const places = this.memories.map((): Places => ({ reciprocal: [], hits: [], rights: [] }));
    const right = this.rightOnes();
    const last = Math.max(this.from, ...this.recent.map(({ at }) => at));
    for (let day = this.from; day <= last; day += DAY) {
      this.ask(day, right, places);
      this.pass(day);
    }
    return { figures: summary(places), halfRight: halfOfTheRight(places[0]?.rights ?? []) };
  }

  private ask(day: number, right: ReadonlyMap<string, Right>, places: readonly Places[]): void {
    for (const { id, at, title, body } of this.recent) {
      const wanted = right.get(id);
      if (at < day || at >= day + DAY || !wanted) continue;
      this.memories.forEach((memory, version) => {
        const all = memory.suggest({ title, body, except: id, now: at }, 2 * SHOWN);
        const [first] = all;
        if (first && wanted.ids.has(first.id)) places[version]!.rights.push(first.score);
        // Among those of its kind: whether articles stand before topics is not what a version is measured by.
        const found = all.filter(({ kind }) => wanted.kinds.has(kind)).slice(0, SHOWN);
        const place = found.findIndex((one) => wanted.ids.has(one.id));
        places[version]!.reciprocal.push(place < 0 ? 0 : 1 / (place + 1));
        places[version]!.hits.push(place >= 0 && place < FIRST ? 1 : 0);
      });
    }
  }

  /** Tells all that was said on a day. */
  private pass(day: number): void {
    const onDay = (at: number): boolean => at >= day && at < day + DAY;
    const topics = this.recent
      .filter(({ at, replies }) => onDay(at) || replies.some((reply) => onDay(reply.at)))
      .map((topic) => asOf(topic, day + DAY));
    const links = this.links.filter(({ at }) => onDay(at));
    for (const memory of this.memories) memory.apply({ topics, links });
  }

  private rightOnes(): Map<string, Right> {
    const right = new Map<string, Right>();
    for (const { from, to, kind } of this.links) {
      const known = right.get(from) ?? { ids: new Set(), kinds: new Set() };
      known.ids.add(to);
      known.kinds.add(kind);
      right.set(from, known);
    }
    return right;
  }
}

/** A topic as it was at a moment. */
function asOf({ replies, ...topic }: DatedTopic, moment: number): RememberedTopic {
  const said = replies.filter(({ at }) => at < moment);
  const lastActive = said.reduce((latest, { at }) => Math.max(latest, at), topic.at);
  return { ...topic, lastActive, replies: said.map(({ text }) => text) };
}

function summary([first, second]: readonly Places[]): GateFigures {
  const { reciprocal = [], hits = [] } = first ?? {};
  const differences = second ? reciprocal.map((one, question) => one - second.reciprocal[question]!) : [];
  return {
    questions: reciprocal.length,
    meanReciprocalRank: mean(reciprocal),
    hitAt5: mean(hits),
    before: second ? { meanReciprocalRank: mean(second.reciprocal), hitAt5: mean(second.hits) } : null,
    standardError: second ? standardError(differences) : null,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / Math.max(values.length - 1, 1) / Math.max(values.length, 1));
}
