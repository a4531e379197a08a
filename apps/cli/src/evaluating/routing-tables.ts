import type { Figure } from '@app/similarity';
import type { RoutingStandings } from '@app/superfans';

/** The tables as Markdown, ranges being those of 95 % of 1,000 resamples. */
export function routingTables(standings: RoutingStandings): string {
  return [capTable(standings), dayPickTable(standings), rankingTable(standings), matchTable(standings)].join('\n\n');
}

function capTable({ caps, questions, answered, ceiling }: RoutingStandings): string {
  const lines = [
    `${questions} questions, ${answered} answered; at most 5 asks a person a day, 5 a question: ${short(ceiling)} could be hit.`,
    '',
    '| asking | asks | hit | hit 5 minutes before | yield per ask | ten most asked | asks of others | people | median lead, minutes |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const { policy, asks, hit, hitEarly, yield: given, topTen, others, people, medianLead } of caps) {
    const cells = [
      asks,
      whole(hit),
      whole(hitEarly),
      whole(given),
      short(topTen),
      short(others),
      people,
      medianLead.toFixed(0),
    ];
    lines.push(`| ${policy} | ${cells.join(' | ')} |`);
  }
  return lines.join('\n');
}

function dayPickTable({ dayPicks }: RoutingStandings): string {
  const lines = ['| five a day of each most active, in hindsight, by | told apart | hit |', '| --- | ---: | ---: |'];
  for (const { by, toldApart, hit } of dayPicks) lines.push(`| ${by} | ${short(toldApart)} | ${whole(hit)} |`);
  return lines.join('\n');
}

function rankingTable({ rankings }: RoutingStandings): string {
  const lines = [
    '| who answers | part | n | first is right | MRR | R@10 | people | R@10, mean of people |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const { ranker, part, questions, first, mrr, recall10, people, macro10 } of rankings) {
    const cells = [questions, whole(first), whole(mrr), whole(recall10), people, whole(macro10)];
    lines.push(`| ${ranker} | ${part} | ${cells.join(' | ')} |`);
  }
  return lines.join('\n');
}

function matchTable({ matches }: RoutingStandings): string {
  const lines = ['| matching within a day | part | people | AUC |', '| --- | --- | ---: | ---: |'];
  for (const { score, part, people, auc } of matches) lines.push(`| ${score} | ${part} | ${people} | ${whole(auc)} |`);
  return lines.join('\n');
}

function whole({ mean, low, high }: Figure): string {
  return `${short(mean)} (${short(low)} to ${short(high)})`;
}

function short(share: number): string {
  return share.toFixed(3).replace(/^0/, '');
}
