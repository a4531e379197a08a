import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 collect garbage when the heap has grown by 60 %, and not only when it is several times as large: what has passed
 * through, such as the texts of a community while they are read, otherwise stays in memory for minutes. Threads keep to their
 * own limits, whatever limit of the young generation the process was started with. Flags that V8 no longer knows are passed over.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=60');
  setFlagsFromString('--max-semi-space-size=0');
}
