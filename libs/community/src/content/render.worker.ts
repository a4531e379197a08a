import { parentPort } from 'node:worker_threads';
import type { RenderQuestion } from './render.pool.ts';
import { renderSource } from './source.renderer.ts';

/** What RenderPool runs in threads: says when it is warm, then answers each source with its outcome. */
if (parentPort) {
  const port = parentPort;
  renderSource(
    '# Warm *up*\n\n- [x](https://example.com) `y`\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n> ![z](https://example.com/z)',
  );
  port.on('message', ({ source, limits }: RenderQuestion) => port.postMessage(renderSource(source, limits)));
  port.postMessage('ready');
}
