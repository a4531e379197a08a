import { Command } from 'commander';
import { HelpfulnessJudge, type HelpfulnessWish } from '../evaluating/helpfulness-judge';
import { day, judging } from '../evaluating/judging';

/** Measures whether reputation says whose answer helps. */
export function evaluateHelpfulness(): Command {
  return new Command('helpfulness')
    .description('judges whether reputation put the one whose answer solved it first among those who answered')
    .requiredOption('--community <slug>', 'the community')
    .option('--from <day>', 'questions from this day on; the last 15 % of those that can be judged if not said', day)
    .option('--to <day>', 'up to this day, which is not among them', day, new Date(8.64e15))
    .option('--seed <number>', 'of the ranges', Number, 1)
    .option('--json <file>', 'where to write all figures to')
    .action((wish: HelpfulnessWish) =>
      judging((services, signal) => new HelpfulnessJudge(services, wish, signal).run()),
    );
}
