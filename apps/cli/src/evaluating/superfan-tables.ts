import type { Figure } from '@app/similarity';
import type { EarlyStanding, EarlyTask, StateStanding } from '@app/superfans';

/** All that is judged. */
export interface SuperfanStandings {
  readonly tasks: readonly EarlyTask[];
  readonly standings: readonly EarlyStanding[];
  readonly states: readonly StateStanding[];
}

/** The tables as Markdown, ranges being those of 95 % of 1,000 resamples. */
export function superfanTables({ tasks, standings, states }: SuperfanStandings): string {
  return [...tasks.map((task) => table(task, standings)), stateTable(states)].join('\n\n');
}

function table(
  { days, people, helpful, single, helpfulSingle, from, ceiling }: EarlyTask,
  standings: readonly EarlyStanding[],
): string {
  const lines = [
    `Day ${days}: ${people} newcomers, ${helpful} of them helpful afterwards (output ${from} or more); of ${single} with one ` +
      `reply by then ${helpfulSingle} were`,
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

function stateTable(states: readonly StateStanding[]): string {
  const lines = [
    'Whom leads would have seen, once a month',
    '',
    '| stage | state | n | days with answers in 30 before | in 30 after | none in 60 after |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
  ];
  for (const { stage, state, n, before, after, gone } of states) {
    lines.push(`| ${stage} | ${state} | ${n} | ${before.toFixed(1)} | ${after.toFixed(1)} | ${short(gone)} |`);
  }
  return lines.join('\n');
}

function whole({ mean, low, high }: Figure): string {
  return `${short(mean)} (${short(low)} to ${short(high)})`;
}

function short(share: number): string {
  return share.toFixed(3).replace(/^0/, '');
}
