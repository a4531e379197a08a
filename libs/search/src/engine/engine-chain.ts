import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import { EngineDown } from './engine-down';
import type { CompletionRequest, SearchEngine, SearchFindings, SearchRequest } from './search-engine';
import { SEARCH_ENGINES, type SearchEngines } from './search-engines';

/** What an engine answered, and which one. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly engine: SearchEngine['name'];
  /** Whether it was not the preferred one, which did not answer. */
  readonly degraded: boolean;
}

/** Asks the preferred engine, and the next one where it does not answer. */
@Injectable()
export class EngineChain {
  constructor(@Inject(SEARCH_ENGINES) private readonly engines: SearchEngines) {}

  /** UNAVAILABLE where no engine answers. */
  search(request: SearchRequest): Promise<Answered<SearchFindings>> {
    return this.first((engine) => engine.search(request));
  }

  /** UNAVAILABLE where no engine answers. */
  complete(request: CompletionRequest): Promise<Answered<string[]>> {
    return this.first((engine) => engine.complete(request));
  }

  private async first<Answer>(ask: (engine: SearchEngine) => Promise<Answer>): Promise<Answered<Answer>> {
    for (const engine of this.engines) {
      try {
        return { answer: await ask(engine), engine: engine.name, degraded: engine !== this.engines[0] };
      } catch (error) {
        if (!(error instanceof EngineDown)) throw error;
      }
    }
    throw new DomainError('UNAVAILABLE', 'Search cannot answer right now: try again in a moment.', {
      retryAfterSeconds: 1,
    });
  }
}
