import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { addAbortSignal, PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { StartFault } from '@app/environment';
import { RECORD_FILES } from '../format/interchange-record';
import type { ExportedKind } from './exported-kind';
import { EXPORTED_KINDS } from './exported-kinds';
import { ExportFolder } from './export-folder';
import { LineCounter } from './line-counter';
import { Snapshot } from './snapshot';

/** What is to be exported, and where to. */
export interface ExportOptions {
  /** For the role that owns the database. */
  readonly ownerUrl: string;
  readonly slug: string;
  /** One that is not there yet, or empty. */
  readonly folder: string;
  readonly gzip?: boolean;
  /** Stops the export; nothing is left of it then. */
  readonly signal?: AbortSignal;
  /** Is told often how far a file is. */
  readonly onProgress?: (file: ExportedFile) => void;
}

/** A file of an export. */
export interface ExportedFile {
  readonly name: string;
  readonly records: number;
  /** On the disk; not known before the file is whole. */
  readonly bytes: number | null;
}

/**
 * Writes a community as a folder of the interchange format: all of it, as it is at one moment, while people go on
 * using it. What is held in memory does not grow with the community.
 */
export class CommunityExport {
  private constructor(
    private readonly options: ExportOptions,
    private readonly snapshot: Snapshot,
    private readonly folder: ExportFolder,
  ) {}

  /**
   * Exports a community; gives the files that were written.
   * @throws StartFault where there is no such community, the folder cannot be written, or the export was stopped
   */
  static async run(options: ExportOptions): Promise<readonly ExportedFile[]> {
    const snapshot = await Snapshot.open(options.ownerUrl, options.slug);
    try {
      const folder = await ExportFolder.create(options.folder);
      return await new CommunityExport(options, snapshot, folder).writeAll();
    } finally {
      await snapshot.close();
    }
  }

  private async writeAll(): Promise<readonly ExportedFile[]> {
    try {
      const files: ExportedFile[] = [];
      for (const kind of EXPORTED_KINDS) files.push(await this.write(kind));
      await this.folder.finish();
      return files;
    } catch (error) {
      await this.folder.discard();
      if (this.options.signal?.aborted) throw new StartFault('The export was stopped: nothing is left of it.');
      throw error;
    }
  }

  private async write({ kind, statements }: ExportedKind): Promise<ExportedFile> {
    const { gzip, signal, onProgress } = this.options;
    const name = `${RECORD_FILES[kind]}${gzip ? '.gz' : ''}`;
    const path = this.folder.file(name);
    const counter = new LineCounter((records) => onProgress?.({ name, records, bytes: null }));
    const packed = gzip ? createGzip() : new PassThrough();
    // Written to the disk before it is closed, so that a power cut leaves no folder with holes under the final name.
    const written = createWriteStream(path, { flags: 'wx', flush: true });
    await pipeline(this.linesOf(statements), counter, packed, written, { signal });
    const file = { name, records: counter.lines, bytes: (await stat(path)).size };
    onProgress?.(file);
    return file;
  }

  private async *linesOf(statements: readonly string[]): AsyncIterable<Buffer> {
    const { signal } = this.options;
    for (const statement of statements) {
      const lines = this.snapshot.lines(statement);
      // A database that is slow to give the next line must not keep the export from being stopped.
      yield* (signal ? addAbortSignal(signal, lines) : lines) as AsyncIterable<Buffer>;
    }
  }
}
