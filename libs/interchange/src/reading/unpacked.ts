import { createGunzip } from 'node:zlib';

/**
 * What a gzip file holds. All that could be unpacked is given before the error of a broken file is thrown, so that
 * reading a broken file twice ends at the same place.
 */
export async function* unpacked(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 128 * 1024 });
  const parts: Buffer[] = [];
  const take = () => {
    for (let part = gunzip.read(); part !== null; part = gunzip.read()) parts.push(part);
  };
  const drain = (): Buffer[] => {
    take();
    return parts.splice(0);
  };
  const failed = new Promise<never>((_, reject) => gunzip.once('error', reject));
  const ended = new Promise<void>((resolve) => gunzip.once('end', resolve));
  failed.catch(() => undefined);
  gunzip.on('readable', take);
  try {
    for await (const chunk of packed) {
      const taken = new Promise<void>((resolve) => gunzip.write(chunk, () => resolve()));
      await Promise.race([taken, ended, failed]);
      yield* drain();
      if (gunzip.readableEnded) return;
    }
    gunzip.end();
    await Promise.race([ended, failed]);
    yield* drain();
  } finally {
    gunzip.destroy();
  }
}
