import { Injectable, Logger } from '@nestjs/common';
import { MeilisearchApiError, type EnqueuedTask, type Task } from 'meilisearch';
import type { DocumentRef, SearchDocument, SearchKind } from '../documents/search-document';
import { EngineDown } from '../engine/engine-down';
import { documentKey } from './index-of-kind';
import { INDEX_NAMES } from './index-settings';
import { MeiliConnection } from './meili-connection';
import { mirrorRecord, type MirrorRecord } from './mirror-record';
import type { MirrorTarget } from './mirror-target';
import { MirrorTasks } from './mirror-tasks';

/** Characters of one request: below what proxies let through as they come. */
const MAX_REQUEST = 700_000;

/** Malformed, or too large. */
const REFUSED = [400, 413];

/** What is to be written of a community. */
export interface MirrorBatch {
  readonly communityId: string;
  readonly documents: readonly { readonly document: SearchDocument; readonly revision: number }[];
  readonly removed: readonly DocumentRef[];
}

/** What Meilisearch has accepted, and not yet done. */
export interface SentRecords {
  readonly uid: string;
  readonly records: readonly MirrorRecord[];
  /** In characters. */
  readonly size: number;
  readonly task: EnqueuedTask;
}

/** Writes documents to Meilisearch and waits until they are there. */
@Injectable()
export class MirrorWriter {
  private readonly log = new Logger('Meilisearch');
  private readonly tasks: MirrorTasks;

  constructor(private readonly connection: MeiliConnection) {
    this.tasks = new MirrorTasks(connection);
  }

  /** When it returns all of it is there. @throws EngineDown where it is not */
  async write(target: MirrorTarget, batch: MirrorBatch): Promise<void> {
    await this.settle(await this.send(target, batch));
  }

  /** @throws EngineDown where so much waits to be done already that more would only pile up */
  async requireRoom(target: MirrorTarget): Promise<void> {
    await this.tasks.requireRoom(INDEX_NAMES.map((name) => target.uid(name)));
  }

  /** Hands it over: what is sent together is done together. @throws EngineDown */
  async send(target: MirrorTarget, batch: MirrorBatch): Promise<SentRecords[]> {
    const sent: SentRecords[] = [];
    for (const [uid, records] of recordsByIndex(target, batch)) {
      for (const part of parts(records)) sent.push(...(await this.sendPart(uid, part)));
    }
    for (const [uid, keys] of keysByIndex(target, batch)) {
      const task = await this.connection.write((client) => client.index(uid).deleteDocuments(keys));
      sent.push({ uid, records: [], size: 0, task });
    }
    return sent;
  }

  /**
   * Waits until it is there, one half at a time where it was refused as a whole.
   * @param beat called every now and then
   * @throws EngineDown where it is not
   */
  async settle(sent: readonly SentRecords[], beat?: () => Promise<void>): Promise<void> {
    const ended = await this.tasks.ended(
      sent.map(({ task }) => task),
      beat,
    );
    for (const [place, task] of ended.entries()) {
      const { uid, records } = sent[place] ?? required();
      if (task.status !== 'succeeded') await this.retry(uid, records, task, beat);
    }
  }

  /** One document that is refused must not keep the others out. */
  private async retry(
    uid: string,
    records: readonly MirrorRecord[],
    { error }: Task,
    beat?: () => Promise<void>,
  ): Promise<void> {
    const reason = error ? `${error.code}: ${error.message}` : 'canceled';
    if (error?.type !== 'invalid_request' || error.code === 'index_not_found') throw new EngineDown(reason);
    if (records.length <= 1) {
      this.leaveOut(records[0], reason);
      return;
    }
    for (const half of halves(records)) await this.settle(await this.sendPart(uid, half), beat);
  }

  /** What is too large or not understood at once is, by halves; one document that still is must not keep the others out. */
  private async sendPart(uid: string, records: readonly MirrorRecord[]): Promise<SentRecords[]> {
    try {
      const task = await this.connection.write((client) => client.index(uid).addDocuments([...records]));
      return [{ uid, records, size: sizeOf(records), task }];
    } catch (error) {
      if (!(error instanceof MeilisearchApiError) || !REFUSED.includes(error.response.status)) throw error;
      if (records.length <= 1) return this.leaveOut(records[0], error.message);
      const [first, second] = halves(records);
      return [...(await this.sendPart(uid, first)), ...(await this.sendPart(uid, second))];
    }
  }

  private leaveOut(record: MirrorRecord | undefined, reason: string): [] {
    this.log.error(`refuses the document ${record?.key ?? ''}, it is left out: ${reason}`);
    return [];
  }
}

function recordsByIndex(target: MirrorTarget, { communityId, documents }: MirrorBatch): Map<string, MirrorRecord[]> {
  const byIndex = new Map<string, MirrorRecord[]>();
  for (const { document, revision } of documents) {
    add(byIndex, target.uidOf(document.kind), mirrorRecord(communityId, document, revision));
  }
  return byIndex;
}

function keysByIndex(target: MirrorTarget, { communityId, removed }: MirrorBatch): Map<string, string[]> {
  const byIndex = new Map<string, string[]>();
  for (const { kind, id } of removed)
    add(byIndex, target.uidOf(kind satisfies SearchKind), documentKey(communityId, id));
  return byIndex;
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function parts(records: readonly MirrorRecord[]): MirrorRecord[][] {
  const found: MirrorRecord[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const record of records) {
    const length = sizeOf(record);
    if (size + length > MAX_REQUEST) {
      found.push([]);
      size = 0;
    }
    found.at(-1)?.push(record);
    size += length;
  }
  return found;
}

function sizeOf(thing: unknown): number {
  return JSON.stringify(thing).length;
}

function halves<Value>(list: readonly Value[]): [Value[], Value[]] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

function required(): never {
  throw new TypeError('Every task that ended must have been sent.');
}
