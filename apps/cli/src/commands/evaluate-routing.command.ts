import { Command } from 'commander';
import { day, judging } from '../evaluating/judging';
import { RoutingJudge, type RoutingWish } from '../evaluating/routing-judge';

/** Measures who would have been asked about each question. */
export function evaluateRouting(): Command {
  return new Command('routing')
    .description('lets a community happen again, and judges who would have been asked about each question')
    .requiredOption('--community <slug>', 'the community')
    .requiredOption('--from <day>', 'questions from this day on are judged; only what is older is learned from', day)
    .option('--to <day>', 'up to this day, which is not among them', day, new Date(8.64e15))
    .option('--locale <locale>', 'only topics of this language, BCP 47')
    .option('--reference-words', 'the simple ways cut words by English stop words and stems', false)
    .option('--seed <number>', 'of the learning', Number, 1)
    .option('--json <file>', 'where to write all figures to')
    .action((wish: RoutingWish) => judging((services, signal) => new RoutingJudge(services, wish, signal).run()));
}
