import { parentPort } from 'node:worker_threads';
import { WordVectors } from '../vectors/word-vectors.ts';
import { CommunityMemory, type MemoryQuery } from './community-memory.ts';
import type { MemoryChanges } from './remembered.ts';
import type { LikeTopic, SimilarCandidate } from './similarity.ts';

/** What the thread is asked to do with one memory, which has a name of its own. */
export type MemoryCall =
  | {
      readonly do: 'open';
      /** A model as bytes, which may be gone for who sends them; null: by words alone. */
      readonly model: Uint8Array | null;
      /** The log-odds at which half of the right suggestions stand, where that is known. */
      readonly halfRight: number | null;
      readonly most: number;
    }
  | { readonly do: 'apply'; readonly changes: MemoryChanges }
  | { readonly do: 'suggest'; readonly query: MemoryQuery; readonly count: number }
  | { readonly do: 'threadsLike'; readonly query: MemoryQuery; readonly count: number }
  | { readonly do: 'close' };

/** A call with the number under which it is answered. */
export type Asked = MemoryCall & { readonly number: number; readonly memory: string };

/** How large a memory is after a call, and what was found where something was looked for. */
export interface MemoryAnswer {
  readonly size: number;
  readonly bytes: number;
  readonly candidates: readonly SimilarCandidate[];
  readonly threads: readonly LikeTopic[];
}

/** What the thread says: an answer, or why there is none. */
export type Answered = { readonly number: number } & ({ readonly answer: MemoryAnswer } | { readonly failure: string });

const NOTHING: MemoryAnswer = { size: 0, bytes: 0, candidates: [], threads: [] };

/** The thread's side of SimilarityThread. */
if (parentPort) {
  const port = parentPort;
  const memories = new Map<string, CommunityMemory>();

  const answerTo = (call: Asked): MemoryAnswer => {
    if (call.do === 'close') {
      memories.delete(call.memory);
      return NOTHING;
    }
    if (call.do === 'open') {
      const { model } = call;
      const vectors = model
        ? WordVectors.fromBuffer(Buffer.from(model.buffer, model.byteOffset, model.byteLength))
        : new WordVectors([], new Float32Array());
      memories.set(call.memory, new CommunityMemory(vectors, call.most, call.halfRight));
    }
    const memory = memories.get(call.memory);
    if (!memory) throw new Error('The memory is closed.');
    if (call.do === 'apply') memory.apply(call.changes);
    const candidates = call.do === 'suggest' ? memory.suggest(call.query, call.count) : [];
    const threads = call.do === 'threadsLike' ? memory.threadsLike(call.query, call.count) : [];
    const grows = call.do === 'open' || call.do === 'apply';
    // Measuring goes through all words: only where something may have grown.
    return { size: memory.size, bytes: grows ? memory.bytes : 0, candidates, threads };
  };

  port.on('message', (call: Asked) => {
    let said: Answered;
    try {
      said = { number: call.number, answer: answerTo(call) };
    } catch (error) {
      said = { number: call.number, failure: error instanceof Error ? error.message : String(error) };
    }
    port.postMessage(said);
  });
}
