/** A UUID (version 8) made of the first bits of a keyed hash in base64url. */
export function keyFrom(bits: string): string {
  const bytes = Buffer.from(bits, 'base64url').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A number from 0 up to, but not, 1, made of the first 48 bits of a keyed hash in base64url: as good as drawn. */
export function shareOf(bits: string): number {
  return Buffer.from(bits, 'base64url').readUIntBE(0, 6) / 2 ** 48;
}
