import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { READ_WORDS } from '../learning/example';
import { beginningOf } from '../words/unicode-words';
import { BackOff } from './back-off';
import { ConfiguredEmbedder } from './configured-embedder';
import type { Embedder } from './embedder';

/** What somebody who types is kept waiting for a model at most. */
const BUDGET_MS = 150;
/** Texts that are remembered: the same one is asked for again when a list is shown again. */
const REMEMBERED = 500;

/** What a model reads of a question: its title, and the beginning of its body. */
export function embeddedText(title: string, body: string): string {
  return `${title} ${beginningOf(body, READ_WORDS.body)}`.trim();
}

/** Embeds what is looked for while somebody waits: in time, or not at all. */
@Injectable()
export class QueryEmbedder {
  private readonly logger = new Logger('Embedder');
  private readonly backOff = new BackOff();
  private readonly remembered = new LRUCache<string, Float32Array>({ max: REMEMBERED });

  constructor(private readonly configured: ConfiguredEmbedder) {}

  /** null where there is no model, or where it is down or slow; then it is left alone for a while. */
  async embed(title: string, body: string): Promise<Float32Array | null> {
    const embedder = this.configured.current;
    if (!embedder) return null;
    const text = embeddedText(title, body);
    return this.remembered.get(text) ?? this.inTime(embedder, text);
  }

  private async inTime(embedder: Embedder, text: string): Promise<Float32Array | null> {
    if (this.backOff.isOn) return null;
    try {
      const [vector] = await embedder.embed([text], AbortSignal.timeout(BUDGET_MS));
      if (!vector) return null;
      if (this.backOff.hasFailed) this.logger.log('The embedder answers again.');
      this.backOff.succeeded();
      this.remembered.set(text, vector);
      return vector;
    } catch (error) {
      if (!this.backOff.hasFailed) {
        this.logger.warn(`${(error as Error).message} Suggestions go by what the community taught.`);
      }
      this.backOff.failed();
      return null;
    }
  }
}
