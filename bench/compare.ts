import type { Contender } from './contender';
import type { BenchInputs } from './data/bench-inputs';
import { measure, requestsOf, warmUp, type Round } from './measure';
import type { Work } from './works';

/** The medians of one contender at one work. */
export interface Standing extends Round {
  readonly contender: string;
  readonly cpuSecondsPer1000: number;
  readonly memory: number;
}

/** One work at one size: everybody, in the same rounds. */
export interface Comparison {
  readonly topics: number;
  readonly work: string;
  readonly standings: readonly Standing[];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Measures contenders in turn, several times round, so that a slow moment of the machine hits all of them. */
export async function compare(
  topics: number,
  work: Work,
  contenders: readonly Contender[],
  { rounds, seconds, inputs }: { rounds: number; seconds: number; inputs: BenchInputs },
): Promise<Comparison> {
  const able = contenders.filter((contender) => contender.does(work));
  const all = able.map((contender) => ({
    contender,
    requests: requestsOf(work, contender.language, inputs),
    rounds: [] as Round[],
    cpu: [] as number[],
  }));
  for (const { contender, requests } of all) await warmUp(contender.port, work, requests);
  for (let round = 0; round < rounds; round++) {
    for (const { contender, requests, rounds: done, cpu } of all) {
      const before = contender.usage().cpuSeconds;
      const result = await measure(contender.port, work, requests, seconds);
      done.push(result);
      cpu.push(((contender.usage().cpuSeconds - before) * 1000) / (result.requestsPerSecond * seconds));
    }
  }
  process.stdout.write(`measured ${work.name} at ${topics} topics\n`);
  return {
    topics,
    work: work.name,
    standings: all.map(({ contender, rounds: done, cpu }) => ({
      contender: contender.name,
      requestsPerSecond: median(done.map((one) => one.requestsPerSecond)),
      p50: median(done.map((one) => one.p50)),
      p97: median(done.map((one) => one.p97)),
      p99: median(done.map((one) => one.p99)),
      bytes: median(done.map((one) => one.bytes)),
      failures: done.reduce((sum, one) => sum + one.failures, 0),
      cpuSecondsPer1000: median(cpu),
      memory: contender.usage().memory,
    })),
  };
}
