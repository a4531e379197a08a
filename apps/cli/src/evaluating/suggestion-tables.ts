import type { AlarmFigures, AlarmStanding, Figure, Standing, SuggestionStandings } from '@app/similarity';

/** The tables as Markdown, ranges being those of 95 % of 1,000 resamples. */
export function suggestionTables({ articles, related, alarms }: SuggestionStandings): string {
  return [table('articles', articles), table('related threads', related), alarmTable(alarms)].join('\n\n');
}

function table(name: string, standings: readonly Standing[]): string {
  const lines = [`| ${name} | part | n | Hit@1 | Hit@5 | nDCG@10 |`, '| --- | --- | ---: | ---: | ---: | ---: |'];
  for (const { ranker, part, figures } of standings) {
    const { n, hit1, hit5, ndcg10 } = figures;
    lines.push(`| ${ranker} | ${part} | ${n} | ${whole(hit1)} | ${whole(hit5)} | ${whole(ndcg10)} |`);
  }
  return lines.join('\n');
}

function alarmTable(alarms: readonly AlarmStanding[]): string {
  const lines = [
    '| card "probably answered" | suggests | questions (linked, first is right) | from | right ones caught | unlinked with a card | cards that are right |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: |',
  ];
  for (const { ranker, kind, questions, linked, firstIsRight, fixed, half } of alarms) {
    const counts = `${questions} (${linked}, ${firstIsRight})`;
    for (const figures of [fixed, half]) lines.push(`| ${ranker} | ${kind} | ${counts} | ${alarmLine(figures)} |`);
  }
  return lines.join('\n');
}

function alarmLine({ threshold, caught, falseAlarms, right }: AlarmFigures): string {
  return [threshold.toFixed(2), ...[caught, falseAlarms, right].map(whole)].join(' | ');
}

function whole({ mean, low, high }: Figure): string {
  return `${short(mean)} (${short(low)} to ${short(high)})`;
}

function short(share: number): string {
  return share.toFixed(3).replace(/^0/, '');
}
