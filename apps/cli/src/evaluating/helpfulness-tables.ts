import type { Figure } from '@app/similarity';
import type { HelpFigures } from './help-figures';

/** The table as Markdown, ranges being those of 95 % of 1,000 resamples. */
export function helpfulnessTables(figures: readonly HelpFigures[]): string {
  const [first] = figures;
  const lines = [
    `${first?.n ?? 0} questions that one of several people solved; ${first?.nextYear?.people ?? 0} people in the order of the next year`,
    '',
    '| order of those who answered | P@1 | pairwise | MRR | P@1 beyond the vanity sum | pairwise beyond it | next year nDCG@50 | Spearman |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const { ranker, first: top, pairwise, reciprocal, gain, nextYear } of figures) {
    const judged = [top, pairwise, reciprocal, gain.first, gain.pairwise].map(whole);
    const cells = [ranker, ...judged, ...(nextYear ? [nextYear.ndcg50, nextYear.spearman].map(short) : ['', ''])];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return lines.join('\n');
}

function whole({ mean, low, high }: Figure): string {
  return `${short(mean)} (${short(low)} to ${short(high)})`;
}

function short(share: number): string {
  return share.toFixed(3).replace(/^(-?)0/, '$1');
}
