import { parentPort, workerData } from 'node:worker_threads';
import { learnModel, type Taught } from './learn-model.ts';

// The thread's side of learnInThread.
parentPort?.postMessage(learnModel(workerData as Taught));
