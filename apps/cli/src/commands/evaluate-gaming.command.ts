import { Command } from 'commander';
import { GamingJudge, type GamingWish } from '../evaluating/gaming-judge';
import { day, judging } from '../evaluating/judging';

/** Measures what sockpuppets can buy. */
export function evaluateGaming(): Command {
  return new Command('gaming')
    .description('attacks a community with sockpuppets, in memory only, and says what came of it')
    .option('--community <slug>', 'an imported community; a generated one of 5,000 answerers where none is named')
    .option('--to <day>', 'what came before this day is known; the last year is kept for comparing if not said', day)
    .option('--targets <number>', 'members of whom it is tried to let them rise', Number, 10)
    .option('--seed <number>', 'of all that is drawn', Number, 1)
    .option('--json <file>', 'where to write all figures to')
    .action((wish: GamingWish) => judging((services, signal) => new GamingJudge(services, wish, signal).run()));
}
