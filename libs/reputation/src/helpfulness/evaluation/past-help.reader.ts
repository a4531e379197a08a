import { Injectable } from '@nestjs/common';
import { CurrentEpoch } from '../../trust/current-epoch';
import { ConfirmedHelpReader } from '../confirmed-help.reader';
import type { HelpRow } from '../help-read';
import { HelpReader } from '../help.reader';
import type { HelpHistory, PastConfirmation } from './help-history';

/** How it is read. */
export interface PastHelpWish {
  readonly signal: AbortSignal;
  /** Told now and then how many threads were read. */
  readonly onProgress: (threads: number) => void;
}

/** Reads who helped whom from the first day on, to let it happen again: with whose word counts today. */
@Injectable()
export class PastHelpReader {
  constructor(
    private readonly help: HelpReader,
    private readonly confirmed: ConfirmedHelpReader,
    private readonly epochs: CurrentEpoch,
  ) {}

  /** @throws AbortError where the signal stopped it */
  async read(communityId: string, { signal, onProgress }: PastHelpWish): Promise<HelpHistory> {
    const threads: HelpRow[] = [];
    for await (const some of this.help.threads(communityId)) {
      signal.throwIfAborted();
      threads.push(...some);
      onProgress(threads.length);
    }
    threads.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const epoch = await this.epochs.of(communityId);
    const { cameAlong } = await this.help.specialMembers(communityId);
    const confirmations: PastConfirmation[] = [];
    for await (const some of this.confirmed.read(communityId, { epoch, cameAlong })) {
      signal.throwIfAborted();
      for (const { entry, stars } of some) {
        if (entry.postId === null || entry.kind === 'DUPLICATE') continue;
        confirmations.push({ at: entry.at, kind: entry.kind, answerId: entry.postId, stars });
      }
    }
    return { threads, confirmations };
  }
}
