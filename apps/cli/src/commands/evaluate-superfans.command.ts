import { Command } from 'commander';
import { day, judging } from '../evaluating/judging';
import { SuperfansJudge, type SuperfansWish } from '../evaluating/superfans-judge';

/** Measures how early it is seen who will help much. */
export function evaluateSuperfans(): Command {
  return new Command('superfans')
    .description('judges how early it is seen who will help much, by what newcomers did afterwards')
    .requiredOption('--community <slug>', 'the community')
    .option('--from <day>', 'whose first answer is from this day on', day, new Date(0))
    .option('--to <day>', 'up to this day, which is not among them; 210 days before the last answer if not said', day)
    .option('--seed <number>', 'of the ranges', Number, 1)
    .option('--json <file>', 'where to write all figures to')
    .action((wish: SuperfansWish) => judging((services, signal) => new SuperfansJudge(services, wish, signal).run()));
}
