import { DomainError } from '@app/kernel';
import { Command, InvalidArgumentError } from 'commander';
import { RoutingJudge, type RoutingWish } from '../evaluating/routing-judge';
import { SuggestionsJudge, type EvaluationWish } from '../evaluating/suggestions-judge';
import { untilStopped } from '../support/until-stopped';
import { withServices } from '../with-services';

/** Measures on a community of one's own how good something is. */
export function evaluate(): Command {
  return new Command('evaluate')
    .description('measures how good something is, on a community')
    .addCommand(suggestions())
    .addCommand(routing());
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
      judging((signal) => withServices((services) => new SuggestionsJudge(services, wish, signal).run())),
    );
}

function routing(): Command {
  return new Command('routing')
    .description('lets a community happen again, and judges who would have been asked about each question')
    .requiredOption('--community <slug>', 'the community')
    .requiredOption('--from <day>', 'questions from this day on are judged; only what is older is learned from', day)
    .option('--to <day>', 'up to this day, which is not among them', day, new Date(8.64e15))
    .option('--locale <locale>', 'only topics of this language, BCP 47')
    .option('--reference-words', 'the simple ways cut words by English stop words and stems', false)
    .option('--seed <number>', 'of the learning', Number, 1)
    .option('--json <file>', 'where to write all figures to')
    .action((wish: RoutingWish) =>
      judging((signal) => withServices((services) => new RoutingJudge(services, wish, signal).run())),
    );
}

/** Judges until it is done, or stopped. */
function judging(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  return untilStopped(work).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    throw new DomainError('INVALID_INPUT', 'Stopped: nothing was changed, and nothing was kept.');
  });
}

/** The beginning of a day in UTC. */
function day(text: string): Date {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Write it as 2024-07-01.');
  return date;
}
