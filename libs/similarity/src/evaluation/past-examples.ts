import type { Example } from '../learning/example.ts';
import type { History } from './history.ts';

/** What could be learned from at a moment: nothing that was asked or replied later. Articles are undated. */
export function* pastExamples(history: History, before: number): Generator<Example> {
  for (const { at, title, body, replies } of history.threads) {
    if (at >= before) continue;
    yield {
      kind: 'thread',
      title,
      body,
      replies: replies.filter((reply) => reply.at < before).map(({ text }) => text),
    };
  }
  for (const { title, text } of history.articles) yield { kind: 'article', title, text };
}
