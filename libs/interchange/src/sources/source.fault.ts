import { StartFault } from '@app/environment';
import type { Place } from './source';

/** A source that cannot be read (on): which file, where, and what to do, in one sentence. */
export class SourceFault extends StartFault {
  constructor(
    readonly at: Place | { readonly file: string },
    message: string,
  ) {
    super('line' in at ? `${at.file}, line ${at.line}: ${message}` : `${at.file}: ${message}`);
  }
}
