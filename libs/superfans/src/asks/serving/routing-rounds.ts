import { Injectable } from '@nestjs/common';
import type { AskMade, AskToMake, RoutingMoment } from '../../routing/assignment';
import type { RoutedQuestion } from '../../routing/routed-question';
import { AskMaking } from '../asking/ask-making';
import { OpenRoutes, type OpenRoute, type RoundStart } from '../asking/open-routes';
import { MOST_ASKED } from '../asking/topic-route.entity';
import type { RouteTopic } from '../asking/routing-jobs';
import { askablePeople } from '../preferences/askable-members';
import { LikeThreads } from './like-threads';
import { LiveRouting } from './live-routing';
import type { LiveMemory } from './live-memory';
import { LIKE } from './rehearsal';

/** What waits is looked at again at the end of each stretch of so many milliseconds, whether or not anybody has replied. */
const AGAIN = 900_000;
/** So many of those whose time has come are thought about at a time; where there are more, the next in a minute. */
const MOST_DUE = 8;
const NEXT_DUE = 60_000;
/** Topics that nobody has asked for just now, which are compared with earlier threads in one round: the latest. */
const MOST_COMPARED = 20;

/** Finds people for topics: when one was asked, when somebody shows that they are here, and as time passes. */
@Injectable()
export class RoutingRounds {
  constructor(
    private readonly live: LiveRouting,
    private readonly routes: OpenRoutes,
    private readonly asking: AskMaking,
    private readonly likeThreads: LikeThreads,
  ) {}

  /** A topic was asked. Where several are asked at once, the first of them thinks about all. */
  async route({ communityId, topicId }: RouteTopic): Promise<void> {
    const productIds = await this.routes.productsOf(communityId, topicId);
    if (productIds) {
      const windows = await this.live.of(communityId).windows();
      await this.routes.begin(communityId, topicId, windows.of(productIds));
    }
    await this.live.of(communityId).withMemory((memory) => this.think(communityId, memory, false));
  }

  /** Time has passed, or somebody has replied. */
  async hold(communityId: string): Promise<void> {
    await this.routes.sort(communityId);
    await this.live.of(communityId).withMemory((memory) => this.think(communityId, memory, true));
  }

  private async think(communityId: string, memory: LiveMemory, always: boolean): Promise<void> {
    const start = await this.routes.read(communityId, memory.people());
    const arrived = idsOf(start.open.filter(({ rounds }) => rounds === 0));
    if (start.open.length === 0 || (arrived.size === 0 && !always)) return;
    const due = always ? start.open.filter(({ isDue }) => isDue) : [];
    const again = idsOf(due.slice(0, MOST_DUE));
    await this.compare(communityId, memory, start.open, new Set([...arrived, ...again]));
    const asks = memory.mind.assignment.decide({ ...momentOf(start, memory), arrived, again });
    for (const [topicId, ofTopic] of byTopic(asks)) {
      for (const { id, ask } of await this.asking.make(communityId, topicId, memory.waiting.told(topicId, ofTopic)))
        memory.made(id, ask);
    }
    const next = due.length > MOST_DUE ? NEXT_DUE : AGAIN;
    await this.routes.thoughtAbout(communityId, [...arrived, ...again], new Date(Math.ceil(Date.now() / next) * next));
  }

  /**
   * Finds earlier threads like those that have not been looked at yet, and forgets those that wait no more. Where many wait
   * and none was looked at, as after a start, some are each time beside those that are needed.
   */
  private async compare(
    communityId: string,
    { waiting }: LiveMemory,
    open: readonly OpenRoute[],
    needed: ReadonlySet<string>,
  ): Promise<void> {
    waiting.keep(idsOf(open));
    let others = needed.size > 0 ? 0 : MOST_COMPARED;
    for (const route of open) {
      if (waiting.of(route.topicId) || (!needed.has(route.topicId) && others-- <= 0)) continue;
      const { byWords, threads } = await this.likeThreads.of(communityId, route.topicId, LIKE);
      waiting.put(questionOf(route, threads), byWords);
    }
  }
}

function idsOf(routes: readonly OpenRoute[]): Set<string> {
  return new Set(routes.map(({ topicId }) => topicId));
}

function momentOf({ open, people }: RoundStart, memory: LiveMemory): Omit<RoutingMoment, 'arrived' | 'again'> {
  return {
    now: Date.now(),
    open: open.flatMap(({ topicId, asked }) => {
      const question = memory.waiting.of(topicId);
      if (!question) return [];
      return [{ question, asked: asked.map((one) => askOf(topicId, one, memory)) }];
    }),
    active: memory.takeHere(),
    people: askablePeople(people),
    caps: { perQuestion: MOST_ASKED },
  };
}

function questionOf(route: OpenRoute, like: RoutedQuestion['like']): RoutedQuestion {
  const { topicId, askerId, createdAt, productIds, tagIds, title, body } = route;
  const words = `${title} ${body}`.split(/\s+/).length;
  return { topicId, askerId, at: createdAt.getTime(), productIds, tagIds, words, like };
}

function askOf(topicId: string, { memberId, at }: OpenRoute['asked'][number], { waiting }: LiveMemory): AskMade {
  const p = waiting.chanceOf(topicId, memberId);
  return { topicId, memberId, at, ...(p === undefined ? {} : { p }) };
}

function byTopic(asks: readonly AskToMake[]): ReadonlyMap<string, AskToMake[]> {
  return Map.groupBy(asks, ({ topicId }) => topicId);
}
