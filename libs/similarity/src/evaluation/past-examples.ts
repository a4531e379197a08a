import { MONTH } from '../gate/gate.ts';
import type { Example } from '../learning/example.ts';
import type { History } from './history.ts';

/**
 * What could be learned from at a moment: nothing that was asked or replied later, and, as where it serves, no topic of the
 * last month in which somebody had pointed to something: on them it is seen how sure suggestions are. Articles are undated.
 */
export function* pastExamples(history: History, before: number): Generator<Example> {
  const measured = linkedLately(history, before);
  for (const [number, { at, title, body, replies }] of history.threads.entries()) {
    if (at >= before || measured.has(number)) continue;
    yield {
      kind: 'thread',
      title,
      body,
      replies: replies.filter((reply) => reply.at < before).map(({ text }) => text),
    };
  }
  for (const { title, text } of history.articles) yield { kind: 'article', title, text };
}

/** Threads of the month before a moment in which somebody had pointed to something by then. */
export function linkedLately({ threads, articleLinks, threadLinks }: History, moment: number): ReadonlySet<number> {
  const isLately = (at: number): boolean => at >= moment - MONTH && at < moment;
  const links = [...articleLinks, ...threadLinks].filter(({ at, from }) => isLately(at) && isLately(threads[from]!.at));
  return new Set(links.map(({ from }) => from));
}
