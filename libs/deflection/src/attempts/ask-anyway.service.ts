import { Injectable } from '@nestjs/common';
import { requirePermission, TopicAskingService, type AskTopic, type Viewer } from '@app/community';
import { AskAttemptsReader, type AttemptRef } from './ask-attempts.reader';
import { AttemptOutcomesService } from './attempt-outcomes.service';

/** A topic that is asked after, or without, an attempt. */
export interface AskAnyway extends AskTopic {
  readonly attemptId?: string | null;
  /** See {@link AttemptRef}. */
  readonly token?: string | null;
}

/** Starts topics, and says of the attempt that led to one that it was asked: both in one change, or neither. */
@Injectable()
export class AskAnywayService {
  constructor(
    private readonly asking: TopicAskingService,
    private readonly attempts: AskAttemptsReader,
    private readonly outcomes: AttemptOutcomesService,
  ) {}

  /**
   * The id of the topic that this call, or an earlier one of the same attempt or with the same key, has made: however
   * often it is sent, one attempt asks one topic. NOT_FOUND for an attempt that is not the viewer's own; one
   * whose time is over is left as it is.
   */
  async ask(viewer: Viewer, { attemptId, token, ...input }: AskAnyway): Promise<string> {
    requirePermission(viewer, 'participate');
    if (!attemptId) return this.asking.ask(viewer, input);
    const attempt = await this.attempts.getForAsking(viewer, { attemptId, token: token ?? null });
    if (!attempt) return this.asking.ask(viewer, input);
    return this.asking.ask(viewer, { ...input, idempotencyKey: `attempt:${attemptId}` }, (tx, topicId) =>
      this.outcomes.asked(tx, viewer, attempt, topicId),
    );
  }
}
