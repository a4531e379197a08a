import { StartFault } from '@app/environment';

/** Another process keeps the embedded server of this data folder. */
export class ServerInUse extends StartFault {
  constructor() {
    super(
      'Another Answerhood already runs on this data folder: stop it, or set DATA_DIR to another folder (with DATABASE_URL several processes can share one database).',
    );
  }
}
