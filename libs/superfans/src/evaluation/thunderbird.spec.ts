import { parse } from 'csv-parse/sync';
import { join } from 'node:path';
import { gunzipped, realData } from '../../../../test/support/real-data';
import { helperRecords } from '../candidates/helper-records';
import type { PastPost, PastThread } from '../candidates/past-help';
import { replyWords } from '../candidates/reply-words';
import type { AnswerOutcome } from './helpful-output';
import { SuperfansEvaluation, type EarlyStanding } from './superfans.evaluation';

type Row = Readonly<Record<string, string>>;

const folder = realData('thunderbird');

function rowsOf(file: string): Row[] {
  return parse(gunzipped(join(folder!, file)), { columns: true, skip_empty_lines: true });
}

function momentOf(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`);
}

/** The forum as it is, without what was spam. */
function forum(): { threads: PastThread[]; outcomes: Map<string, AnswerOutcome> } {
  const questions = rowsOf('questions.csv.gz').filter(({ is_spam }) => is_spam !== 'true');
  const answers = Map.groupBy(
    rowsOf('answers.csv.gz').filter(({ is_spam }) => is_spam !== 'true'),
    ({ question_id }) => question_id!,
  );
  const outcomes = new Map<string, AnswerOutcome>();
  const threads = questions.map((question): PastThread => {
    const { id, creator, created, locale, solution } = question as Row & Record<'id' | 'creator' | 'created', string>;
    const askedAt = momentOf(created);
    const posts = (answers.get(id) ?? []).map((row): PastPost => {
      const net = Number(row['num_helpful'] || 0) - Number(row['num_unhelpful'] || 0);
      outcomes.set(row['id']!, { solved: row['id'] === solution, net });
      return {
        id: row['id']!,
        authorId: row['creator']!,
        at: Math.max(momentOf(row['created']!), askedAt),
        answer: row['creator'] !== creator,
        words: replyWords(row['content']!.replace(/<[^>]+>/g, ' '), locale!),
      };
    });
    return { id, askerId: creator, askedAt, posts: posts.sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id)) };
  });
  return { threads, outcomes };
}

(folder ? describe : describe.skip)('superfans of a real community', () => {
  let standings: EarlyStanding[];

  const of = (days: number, way: string): EarlyStanding =>
    standings.find((standing) => standing.days === days && standing.way === way)!;

  beforeAll(() => {
    const { threads, outcomes } = forum();
    const cohort = { from: Date.UTC(2023, 3, 1), to: Date.UTC(2024, 5, 4) };
    ({ standings } = new SuperfansEvaluation(helperRecords(threads), outcomes).run(cohort));
  }, 120_000);

  it.each([
    [7, 'number of replies', 0.689, 0.27],
    [30, 'number of replies', 0.744, 0.324],
    [7, 'ln days + ln late threads + .3 ln thanks', 0.699, 0.27],
    [30, 'ln days + ln late threads + .3 ln thanks', 0.75, 0.351],
  ])('are found as well by simple ways as elsewhere: day %i, %s', (days, way, auc, precision) => {
    expect(Math.abs(of(days, way).auc.mean - auc)).toBeLessThan(0.01);
    expect(Math.abs(of(days, way).precision.mean - precision)).toBeLessThan(0.01);
  });

  it('are found earlier by the rule that serves', () => {
    expect(of(7, 'as served').auc.mean).toBeGreaterThan(0.76);
    expect(of(14, 'as served').auc.mean).toBeGreaterThan(0.81);
    expect(of(30, 'as served').auc.mean).toBeGreaterThan(0.83);
    for (const days of [7, 30]) expect(of(days, 'as served').precision.mean).toBeGreaterThanOrEqual(0.35);
  });
});
