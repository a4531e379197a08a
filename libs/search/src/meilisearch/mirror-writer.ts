import { Injectable, Logger } from '@nestjs/common';
import { MeilisearchApiError, type EnqueuedTask, type Task } from 'meilisearch';
import type { DocumentRef, SearchDocument, SearchKind } from '../documents/search-document';
import { EngineDown } from '../engine/engine-down';
import { documentKey } from './index-of-kind';
import { MeiliConnection } from './meili-connection';
import { mirrorRecord, type MirrorRecord } from './mirror-record';
import type { MirrorTarget } from './mirror-target';
import { MirrorTasks } from './mirror-tasks';

/** Characters of one request: below what proxies let through as they come. */
const MAX_REQUEST = 700_000;

/** What is to be written of a community. */
export interface MirrorBatch {
  readonly communityId: string;
  readonly documents: readonly { readonly document: SearchDocument; readonly revision: number }[];
  readonly removed: readonly DocumentRef[];
  /** Called every now and then while it takes. */
  readonly beat?: () => Promise<void>;
}

interface Sent {
  readonly uid: string;
  readonly records: readonly MirrorRecord[];
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
    const sent: Sent[] = [];
    for (const [uid, records] of recordsByIndex(target, batch)) {
      for (const part of parts(records)) sent.push(...(await this.send(uid, part)));
    }
    for (const [uid, keys] of keysByIndex(target, batch)) {
      const task = await this.connection.write((client) => client.index(uid).deleteDocuments(keys));
      sent.push({ uid, records: [], task });
    }
    await this.settle(sent, batch.beat);
  }

  private async settle(sent: readonly Sent[], beat?: () => Promise<void>): Promise<void> {
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
    const [only] = records;
    if (!only || records.length === 1) {
      this.log.error(`refuses the document ${only?.key ?? ''} (${reason}): it is left out.`);
      return;
    }
    for (const half of halves(records)) await this.settle(await this.send(uid, half), beat);
  }

  private async send(uid: string, records: readonly MirrorRecord[]): Promise<Sent[]> {
    try {
      const task = await this.connection.write((client) => client.index(uid).addDocuments([...records]));
      return [{ uid, records, task }];
    } catch (error) {
      if (!(error instanceof MeilisearchApiError) || error.response.status !== 413) throw error;
      if (records.length > 1) {
        const [first, second] = halves(records);
        return [...(await this.send(uid, first)), ...(await this.send(uid, second))];
      }
      this.log.error(`takes no request as large as the document ${records[0]?.key ?? ''}: it is left out.`);
      return [];
    }
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
    const length = JSON.stringify(record).length;
    if (size + length > MAX_REQUEST) {
      found.push([]);
      size = 0;
    }
    found.at(-1)?.push(record);
    size += length;
  }
  return found;
}

function halves<Value>(list: readonly Value[]): [Value[], Value[]] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

function required(): never {
  throw new TypeError('Every task that ended must have been sent.');
}
