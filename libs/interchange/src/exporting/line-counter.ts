import { Transform, type TransformCallback } from 'node:stream';

const NEWLINE = 10;

/** Passes on what it is given, and counts the lines in it. */
export class LineCounter extends Transform {
  lines = 0;

  constructor(private readonly onLines: (lines: number) => void) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    let count = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) count++;
    this.lines += count;
    this.onLines(this.lines);
    done(null, chunk);
  }
}
