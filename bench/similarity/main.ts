import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  evaluateArticles,
  evaluateRelated,
  LearningThread,
  pastExamples,
  WordVectors,
  type Figure,
  type History,
  type Period,
  type Standing,
} from '@app/similarity';
import { isThere, thunderbird } from './thunderbird';

const RESULT = resolve('.data/bench');

/**
 * `npm run bench:similarity -- --data <folder> [--from 2024-07] [--to 2025-01] [--relearn monthly]`: how well articles and
 * related questions are found in a real community, judged month by month on what came before.
 */
async function main(): Promise<void> {
  const folder = resolve(option('data', '../shared/data/thunderbird'));
  if (!isThere(folder)) {
    process.stdout.write(`SKIPPED: there is no questions.csv.gz in ${folder}. Say where it is with --data.\n`);
    return;
  }
  const history = await thunderbird(folder);
  const periods = await learn(history, stretches());
  const found = { articles: evaluateArticles(history, periods), related: evaluateRelated(history, periods) };
  mkdirSync(RESULT, { recursive: true });
  writeFileSync(resolve(RESULT, 'similarity.json'), `${JSON.stringify(found, null, 2)}\n`);
  process.stdout.write(`\n${table('articles', found.articles)}\n\n${table('related', found.related)}\n`);
}

/** The stretches of time that are judged, each with vectors of its own. */
function stretches(): number[][] {
  const [from, to] = [option('from', '2024-07'), option('to', '2025-01')].map((month) =>
    Date.parse(`${month}-01T00:00Z`),
  );
  if (from === undefined || to === undefined || !(from < to)) throw new Error('Give --from and --to as 2024-07.');
  if (option('relearn', 'once') === 'once') return [[from, to]];
  const starts: number[] = [];
  for (const day = new Date(from); day.getTime() < to; day.setUTCMonth(day.getUTCMonth() + 1))
    starts.push(day.getTime());
  return starts.map((start, i) => [start, starts[i + 1] ?? to]);
}

async function learn(history: History, stretches: readonly number[][]): Promise<Period[]> {
  const periods: Period[] = [];
  for (const [from = 0, to = 0] of stretches) {
    const started = performance.now();
    const vectors = WordVectors.fromBuffer(await LearningThread.learn(pastExamples(history, from)));
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    process.stdout.write(
      `${new Date(from).toISOString().slice(0, 10)}: ${vectors.size} words learned in ${seconds} s\n`,
    );
    periods.push({ from, to, vectors });
  }
  return periods;
}

function table(name: string, standings: readonly Standing[]): string {
  const figure = ({ mean, low, high }: Figure): string => `${short(mean)} (${short(low)} to ${short(high)})`;
  const lines = [`| ${name} | part | n | Hit@1 | Hit@5 | nDCG@10 |`, '| --- | --- | ---: | ---: | ---: | ---: |'];
  for (const { ranker, part, figures } of standings) {
    const { n, hit1, hit5, ndcg10 } = figures;
    lines.push(`| ${ranker} | ${part} | ${n} | ${figure(hit1)} | ${figure(hit5)} | ${figure(ndcg10)} |`);
  }
  return lines.join('\n');
}

function short(share: number): string {
  return share.toFixed(3).replace(/^0/, '');
}

function option(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return (at > 0 ? process.argv[at + 1] : undefined) ?? fallback;
}

void main();
