import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { newId } from '@app/kernel';
import type { MemberViewer } from '../viewer/viewer';
import { Revision } from './revision.entity';

/** The text of one version of a topic, answer or comment. */
export interface RevisionText {
  readonly topicId?: string;
  readonly answerId?: string;
  readonly commentId?: string;
  readonly version: number;
  readonly title?: string;
  readonly body: string;
}

/** Keeps what each version of a post said. */
@Injectable()
export class Revisions {
  async keep(tx: Tx, viewer: MemberViewer, text: RevisionText): Promise<void> {
    await tx.insert(Revision, {
      communityId: viewer.communityId,
      id: newId(),
      editorId: viewer.memberId,
      editorRole: viewer.role,
      ...text,
    });
  }
}
