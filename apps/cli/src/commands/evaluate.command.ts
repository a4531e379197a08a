import { Command } from 'commander';
import { day, judging } from '../evaluating/judging';
import { SuggestionsJudge, type EvaluationWish } from '../evaluating/suggestions-judge';
import { evaluateGaming } from './evaluate-gaming.command';
import { evaluateHelpfulness } from './evaluate-helpfulness.command';
import { evaluateSuperfans } from './evaluate-superfans.command';

/** Measures on a community of one's own how good something is. */
export function evaluate(): Command {
  return new Command('evaluate')
    .description('measures how good something is, on a community')
    .addCommand(suggestions())
    .addCommand(evaluateGaming())
    .addCommand(evaluateHelpfulness())
    .addCommand(evaluateSuperfans());
}

function suggestions(): Command {
  return new Command('suggestions')
    .description('lets a community happen again, and judges what would have been suggested at each question')
    .requiredOption('--community <slug>', 'the community')
    .requiredOption('--from <day>', 'questions from this day on are judged; only what is older is learned from', day)
    .option('--to <day>', 'up to this day, which is not among them', day, new Date(8.64e15))
    .option('--articles-labels <csv>', 'links to articles; those found in replies where nothing is said')
    .option('--question-labels <csv>', 'links between questions; those found in replies where nothing is said')
    .option('--locale <locale>', 'only topics of this language, BCP 47')
    .option('--embedder', 'also with the pretrained model that EMBEDDER_URL or EMBEDDER_MODEL_DIR names', false)
    .option('--no-engines', 'without the plain queries of the search engines')
    .option('--reference-words', 'the simple ways cut words by English stop words and stems', false)
    .option('--seed <number>', 'of the learning', Number, 1)
    .option('--json <file>', 'where to write all figures to')
    .action((wish: EvaluationWish) =>
      judging((services, signal) => new SuggestionsJudge(services, wish, signal).run()),
    );
}
