import type { Figure } from '@app/similarity';
import type { EarlyStanding, EarlyTask } from '@app/superfans';

/** The tables as Markdown, ranges being those of 95 % of 1,000 resamples. */
export function superfanTables({ tasks, standings }: { tasks: EarlyTask[]; standings: EarlyStanding[] }): string {
  return tasks.map((task) => table(task, standings)).join('\n\n');
}

function table({ days, people, helpful, from, ceiling }: EarlyTask, standings: readonly EarlyStanding[]): string {
  const lines = [
    `Day ${days}: ${people} newcomers, ${helpful} of them helpful afterwards (output ${from} or more)`,
    '',
    '| way | AUC | P@3% | captured |',
    '| --- | ---: | ---: | ---: |',
  ];
  for (const { way, auc, precision, captured } of standings.filter((standing) => standing.days === days)) {
    lines.push(`| ${way} | ${[auc, precision, captured].map(whole).join(' | ')} |`);
  }
  lines.push(`| ceiling |  | ${short(ceiling.precision.mean)} | ${short(ceiling.captured.mean)} |`);
  return lines.join('\n');
}

function whole({ mean, low, high }: Figure): string {
  return `${short(mean)} (${short(low)} to ${short(high)})`;
}

function short(share: number): string {
  return share.toFixed(3).replace(/^0/, '');
}
