import type { Figure } from '@app/similarity';
import type { AttackFigures, GamingFigures } from './gaming-figures';

/** The tables as Markdown, ranges being those of 95 % of 1,000 resamples. */
export function gamingTables(figures: GamingFigures): string {
  const { members, confirmations, seeds, words, counted, exactness } = figures;
  return [
    `${members} members with ${confirmations} confirmations; ${seeds} seeds, ${words} words that count, ` +
      `${(100 * counted).toFixed(1)} % of all points`,
    attackTable(figures.attacks),
    agreementTable(figures),
    `${exactness.reversals} attacks reversed: ${exactness.differing} of ${exactness.members} members differ from a ledger ` +
      `without them in a bit of a line or of a word; ${exactness.unexplained} scores are not the sum of their lines`,
  ].join('\n\n');
}

function attackTable(attacks: readonly AttackFigures[]): string {
  const lines = [
    '| attack | stars by honest members | scheme | n | median rank | places gained | gain, of all score in 1/1000 | among the first 3 % | amplification |',
    '| --- | ---: | --- | ---: | --- | ---: | ---: | ---: | ---: |',
  ];
  for (const {
    attack,
    stolen,
    scheme,
    n,
    medianBefore,
    medianAfter,
    places,
    gained,
    entered,
    amplification,
  } of attacks) {
    const cells = [
      ...[attack, stolen, scheme, n, `${medianBefore} to ${medianAfter}`],
      ...[whole(places, 0), whole(gained, 4), entered, amplification ? whole(amplification, 3) : ''],
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return lines.join('\n');
}

function agreementTable({ agreement }: GamingFigures): string {
  const lines = [
    '| order of members, nobody attacking | people | next year nDCG@50 | beyond the undefended order (resampled) | Spearman |',
    '| --- | ---: | ---: | ---: | ---: |',
  ];
  for (const { scheme, people, ndcg50, spearman, beyond } of agreement) {
    lines.push(`| ${scheme} | ${people} | ${ndcg50.toFixed(3)} | ${whole(beyond, 3)} | ${spearman.toFixed(3)} |`);
  }
  return lines.join('\n');
}

function whole({ mean, low, high }: Figure, digits: number): string {
  return `${mean.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}
