import { DomainError } from '@app/kernel';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CONTENT_LIMITS, type ContentLimits } from './content.limits';
import { RenderPool } from './render.pool';
import { INLINE_LENGTH, renderSource, type RenderOutcome } from './source.renderer';

/** A text as it is shown. */
export interface RenderedContent {
  readonly html: string;
}

/** Turns the Markdown of topics, answers, comments and articles into safe HTML, once, when it is written. */
@Injectable()
export class MarkdownRenderer implements OnModuleDestroy {
  private readonly pool = new RenderPool();

  /** INVALID_INPUT where the source is over a limit, shows nothing, or takes longer than 250 ms to render. */
  async render(source: string, limits: ContentLimits = CONTENT_LIMITS): Promise<RenderedContent> {
    const inline = source.length <= INLINE_LENGTH;
    const outcome = inline ? renderSource(source, limits) : await this.pool.ask({ source, limits });
    return { html: htmlOf(outcome) };
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }
}

function htmlOf(outcome: RenderOutcome | null): string {
  if (!outcome) throw DomainError.invalid('This text takes too long to lay out: make it shorter or simpler.');
  if ('fault' in outcome) throw DomainError.invalid(outcome.fault);
  return outcome.html;
}
