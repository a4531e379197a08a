import { setImmediate } from 'node:timers/promises';
import { SeededRandom } from '@app/similarity';
import { Router } from '../router';
import { RoutingMemory } from '../routing-memory';
import { FIXED_MODEL, type RoutingModel } from '../routing-model';
import { learnInThread } from './learn-in-thread';
import { RoutingLessons } from './routing-lessons';
import { pickUpsOf, type LikeSource, type RoutingPast } from './routing-past';
import { RoutingReplay } from './routing-replay';

const DAY = 86_400_000;
/** It is learned from so much: what people did long ago tells little. */
const DAYS = 214;
/** Fewer answers teach less than what is known beforehand. */
const LEAST_ANSWERS = 300;

/** How it is learned. */
export interface Teaching {
  /** Nothing later is looked at, in milliseconds since 1970. */
  readonly until: number;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  /** Told how much is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** Lets a past happen again to learn from it who answers what; the fixed model where it is too young to teach. */
export async function teach(past: RoutingPast, like: LikeSource, teaching: Teaching): Promise<RoutingModel> {
  const { until, seed = 1, signal, onProgress } = teaching;
  const router = new Router(new RoutingMemory(), FIXED_MODEL);
  const random = new SeededRandom(seed);
  const lessons = new RoutingLessons(router, pickUpsOf(past, until), () => random.next());
  const replay = new RoutingReplay(past, router.memory, like);
  const begin = past.questions[0]?.at ?? until;
  for (const [moment, witness] of [[until - DAYS * DAY], [until, lessons]] as const) {
    for (const { at } of replay.goTo(moment, witness)) {
      await setImmediate();
      signal?.throwIfAborted();
      onProgress?.((at - begin) / (until - begin));
    }
  }
  return lessons.answers < LEAST_ANSWERS ? FIXED_MODEL : learnInThread(lessons.taught, signal);
}
