import { Injectable } from '@nestjs/common';
import { Environment } from '@app/environment';
import { KeyedHash, tokenFrom } from '@app/identity';
import { GlobalId } from '@app/kernel';
import type { MemberExport } from './member-export.entity';

/** Where the file of an export is fetched: the secret in its link is made of its id, and stored nowhere. */
@Injectable()
export class DataExportLinks {
  constructor(
    private readonly hash: KeyedHash,
    private readonly environment: Environment,
  ) {}

  /** The secret of an export. Only its owner is shown the link; who has the link gets the file. */
  tokenOf(exportId: string): string {
    return tokenFrom('export', this.hash.of('data export', exportId));
  }

  /** The whole address. */
  urlOf({ communityId, id }: Pick<MemberExport, 'communityId' | 'id'>): string {
    return `${this.environment.publicUrl}/exports/${GlobalId.encode('DataExport', communityId, id)}/${this.tokenOf(id)}`;
  }
}
