import { Injectable } from '@nestjs/common';
import { CurrentEpoch } from '../trust/current-epoch';
import { ConfirmedHelpReader, type ConfirmedHelp } from './confirmed-help.reader';
import { HelpMemory } from './help-memory';
import type { HelpRow } from './help-read';
import { HelpReader } from './help.reader';
import { helpfulnessRows } from './helpfulness-rows';
import { HelpfulnessStore, type SolvedValues } from './helpfulness.store';

/** Makes a community's helpfulness anew: of its threads, its ledger, and whose word counts in the epoch in force. */
@Injectable()
export class HelpfulnessMakingService {
  constructor(
    private readonly help: HelpReader,
    private readonly confirmed: ConfirmedHelpReader,
    private readonly epochs: CurrentEpoch,
    private readonly store: HelpfulnessStore,
  ) {}

  /** How many members have some. @throws AbortError where the signal stopped it */
  async make(communityId: string, signal: AbortSignal): Promise<number> {
    const asOf = new Date();
    const entryId = await this.help.lastEntry(communityId);
    const [epoch, { cameAlong }] = [await this.epochs.of(communityId), await this.help.specialMembers(communityId)];
    const memory = new HelpMemory();
    const solved: SolvedValues[] = [];
    for await (const threads of this.help.threads(communityId)) {
      signal.throwIfAborted();
      for (const thread of threads) remember(memory, thread);
    }
    for await (const some of this.confirmed.read(communityId, { epoch, cameAlong })) {
      signal.throwIfAborted();
      for (const one of some) take(one, memory, solved);
    }
    const sums = helpfulnessRows(memory, { now: asOf.getTime(), ofAll: communityId });
    await this.store.replace(communityId, { epoch: epoch.number, entryId, asOf }, { sums: [...sums], solved });
    return [...memory.members()].length;
  }
}

function remember(memory: HelpMemory, thread: HelpRow): void {
  memory.ask(thread);
  for (const answer of thread.answers) {
    memory.answer({ ...answer, threadId: thread.id });
    for (const { up, down } of answer.votes) memory.confirm(answer.id, up - down);
  }
}

function take({ entry, stars }: ConfirmedHelp, memory: HelpMemory, solved: SolvedValues[]): void {
  const { kind, postId, subjectId, at } = entry;
  if (postId === null) return;
  memory.confirm(postId, stars);
  if (kind === 'SOLVED') solved.push({ answerId: postId, memberId: subjectId, at });
}
