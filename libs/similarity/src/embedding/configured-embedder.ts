import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Environment } from '@app/environment';
import type { Embedder } from './embedder';
import { HttpEmbedder } from './http.embedder';
import { ModelEmbedder } from './model.embedder';

/** The pretrained model that the settings name, if any. It is opened at the start, and nothing waits for it. */
@Injectable()
export class ConfiguredEmbedder implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Embedder');
  private opening: Promise<Embedder | null> | null = null;
  private opened: Embedder | null = null;

  constructor(private readonly environment: Environment) {}

  /** null where there is none, or while it is being opened. */
  get current(): Embedder | null {
    return this.opened;
  }

  onApplicationBootstrap(): void {
    void this.get();
  }

  /** null where none is configured, or where it can't be opened: that is logged once, with what to do. */
  get(): Promise<Embedder | null> {
    return (this.opening ??= this.open().then((embedder) => (this.opened = embedder)));
  }

  async onModuleDestroy(): Promise<void> {
    const embedder = await this.opening;
    await embedder?.close();
  }

  private async open(): Promise<Embedder | null> {
    const { embedder } = this.environment;
    if (!embedder) return null;
    if ('url' in embedder) return new HttpEmbedder(embedder);
    try {
      return await ModelEmbedder.open(embedder.folder);
    } catch (error) {
      this.logger.error(`${String((error as Error).message)}\nUntil then suggestions go by what the community taught.`);
      return null;
    }
  }
}
