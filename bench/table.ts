import type { Comparison } from './compare';

/** How the middle time grows from the smallest size to each larger one, by work and contender. */
export function growth(comparisons: readonly Comparison[]): string {
  const smallest = Math.min(...comparisons.map(({ topics }) => topics));
  const lines = ['| work | contender | topics | p50 to that of the smallest |', '| --- | --- | ---: | ---: |'];
  for (const { topics, work, standings } of comparisons) {
    if (topics === smallest) continue;
    const before = comparisons.find((one) => one.topics === smallest && one.work === work)?.standings ?? [];
    for (const { contender, p50 } of standings) {
      const small = before.find((one) => one.contender === contender)?.p50 ?? Number.NaN;
      lines.push(`| ${work} | ${contender} | ${topics} | ${(p50 / small).toFixed(2)} |`);
    }
  }
  return lines.length > 2 ? lines.join('\n') : '';
}

/** The result as a Markdown table; ratios are what counts, the absolute figures are this machine's at this hour. */
export function table(comparisons: readonly Comparison[]): string {
  const lines = [
    '| topics | work | contender | of the floor | requests/s | p50 ms | p97.5 ms | p99 ms | CPU s per 1,000 | bytes | memory MB |',
    '| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const { topics, work, standings } of comparisons) {
    const floor = standings.find(({ contender }) => contender === 'floor')?.requestsPerSecond ?? Number.NaN;
    for (const one of standings) {
      const failed = one.failures > 0 ? ` (${one.failures} failed)` : '';
      const figures = [
        one.requestsPerSecond / floor,
        one.requestsPerSecond,
        one.p50,
        one.p97,
        one.p99,
        one.cpuSecondsPer1000,
      ].map((value, i) => value.toFixed([2, 0, 1, 1, 1, 2][i]));
      lines.push(
        `| ${topics} | ${work} | ${one.contender}${failed} | ${figures.join(' | ')} | ${one.bytes} | ${(one.memory / 2 ** 20).toFixed(0)} |`,
      );
    }
  }
  return lines.join('\n');
}
