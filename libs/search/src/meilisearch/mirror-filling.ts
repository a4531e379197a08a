import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { DocumentsReader } from '../documents/documents.reader';
import { SearchFeed, type FeedEntry } from '../indexing/search-feed';
import type { DocumentRef } from '../documents/search-document';
import type { MirrorPace } from './mirror-pace';
import { MirrorStates, type StatePlace } from './mirror-states';
import { MirrorWriter } from './mirror-writer';

/** Entries of the feed that are written at once. */
const BATCH = 400;

/** How far filling got. */
export interface Filled {
  /** Whether everything is there now; else there was no time for more. */
  readonly complete: boolean;
  /** Documents written or taken away. */
  readonly count: number;
}

/** Follows the feed of a community into a set of indexes. Done again from an older place, it writes the same again. */
@Injectable()
export class MirrorFilling {
  constructor(
    private readonly reader: Reader,
    private readonly feed: SearchFeed,
    private readonly documents: DocumentsReader,
    private readonly states: MirrorStates,
    private readonly writer: MirrorWriter,
  ) {}

  /** Writes what is new until nothing is, or until there is no more time. @throws EngineDown */
  async fill(place: StatePlace, { inTime, beat }: MirrorPace): Promise<Filled> {
    let { position, ready } = await this.states.read(place);
    let count = 0;
    for (;;) {
      const entries = await this.feed.since(place.communityId, position, BATCH);
      // A database that was put back to an older state counts on from there: what was mirrored since is another story.
      const lost = entries.length === 0 && position > 0 && (await this.isLost(place.communityId, position));
      if (lost) {
        [position, ready] = [0, false];
        continue;
      }
      const complete = entries.length < BATCH;
      if (entries.length > 0) await this.write(place, entries, beat);
      position = entries.at(-1)?.revision ?? position;
      if (entries.length > 0 || ready !== (ready || complete)) {
        await this.states.write(place, { position, ready: (ready ||= complete) });
      }
      count += entries.length;
      if (complete || !inTime()) return { complete, count };
    }
  }

  /** Writes these things as they are now, at these revisions. @throws EngineDown */
  async write(place: StatePlace, entries: readonly FeedEntry[], beat: () => Promise<void>): Promise<void> {
    for (const part of partsOf(entries)) await this.writePart(place, part, beat);
  }

  /** Which of these things may not be found any more. */
  async gone(communityId: string, refs: readonly DocumentRef[]): Promise<DocumentRef[]> {
    const gone: DocumentRef[] = [];
    for (const part of partsOf(refs)) {
      const found = new Set((await this.documents.read(this.reader, communityId, part)).map(nameOf));
      gone.push(...part.filter((ref) => !found.has(nameOf(ref))));
    }
    return gone;
  }

  private async writePart(
    { target, communityId }: StatePlace,
    entries: readonly FeedEntry[],
    beat: () => Promise<void>,
  ): Promise<void> {
    const present = entries.filter(({ removed }) => !removed);
    const documents = await this.documents.read(this.reader, communityId, present);
    const revisions = new Map(entries.map((entry) => [nameOf(entry), entry.revision]));
    const found = new Set(documents.map(nameOf));
    await this.writer.write(target, {
      communityId,
      documents: documents.map((document) => ({ document, revision: revisions.get(nameOf(document)) ?? 0 })),
      removed: entries.filter((entry) => !found.has(nameOf(entry))),
      beat,
    });
  }

  private async isLost(communityId: string, position: number): Promise<boolean> {
    return (await this.feed.since(communityId, position - 1, 1)).length === 0;
  }
}

function nameOf({ kind, id }: DocumentRef): string {
  return `${kind} ${id}`;
}

function partsOf<Thing>(things: readonly Thing[]): Thing[][] {
  return Array.from({ length: Math.ceil(things.length / BATCH) }, (_, part) =>
    things.slice(part * BATCH, (part + 1) * BATCH),
  );
}
