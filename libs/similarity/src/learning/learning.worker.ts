import { parentPort, workerData } from 'node:worker_threads';
import { Corpus } from './corpus.ts';
import type { Example } from './example.ts';
import { Training, type TrainingOptions } from './training.ts';

/** What the thread is told: examples in small parts, then that these were all. */
export type Told = { readonly examples: readonly Example[] } | { readonly learn: true };

/** What the thread says: that it read a part, how much is done (0 to 1), and the model at the end. */
export type Said = { readonly read: number } | { readonly done: number } | { readonly model: Uint8Array };

const REPORT_EVERY = 0.01;

/** The thread's side of LearningThread. */
if (parentPort) {
  const port = parentPort;
  const corpus = new Corpus();
  const say = (said: Said): void => port.postMessage(said);
  port.on('message', (told: Told) => {
    if ('examples' in told) {
      for (const example of told.examples) corpus.add(example);
      say({ read: told.examples.length });
      return;
    }
    const run = new Training(corpus.lesson(), workerData as TrainingOptions).run();
    let reported = 0;
    let step = run.next();
    while (!step.done) {
      if (step.value - reported >= REPORT_EVERY) say({ done: (reported = step.value) });
      step = run.next();
    }
    say({ model: step.value.toBuffer() });
  });
}
