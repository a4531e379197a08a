import { StartFault } from '@app/environment';

/** An import was told to stop before it was done; what it has read is kept, and seen by nobody. */
export class ImportInterrupted extends StartFault {
  constructor(readonly position: number) {
    super(
      `Interrupted after reading ${position.toLocaleString('en')} things. Nothing of them is visible yet: ` +
        'run the same command again, and it goes on from here.',
    );
  }
}
