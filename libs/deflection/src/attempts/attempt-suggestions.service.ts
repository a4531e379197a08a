import { Injectable } from '@nestjs/common';
import type { Viewer } from '@app/community';
import { Transactor } from '@app/database';
import sql from 'sql-template-tag';
import type { Suggestion, SuggestionRequest } from '../suggestions/suggestion';
import { SuggestionsService } from '../suggestions/suggestions.service';
import type { OwnAttempt } from './ask-attempts.reader';

/** So many different things are shown in one attempt: who types on sees again what they saw. */
const MOST_SHOWN = 200;

/** Suggests within an attempt, and keeps what was shown there: each thing once, however often it stood in a list. */
@Injectable()
export class AttemptSuggestionsService {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly transactor: Transactor,
  ) {}

  /** None for an attempt of the hold-out, and none after the question was asked. */
  async suggest(viewer: Viewer, attempt: OwnAttempt, request: SuggestionRequest): Promise<Suggestion[]> {
    if (attempt.heldOut || attempt.askedAt) return [];
    const found = await this.suggestions.suggest(viewer, request);
    const known = new Set(attempt.shownIds);
    const shown = known.size < MOST_SHOWN ? found : found.filter(({ id }) => known.has(id));
    const fresh = shown.flatMap(({ id }, position) => (known.has(id) ? [] : [{ id, position }]));
    if (fresh.length > 0) await this.keep(attempt, fresh);
    return shown;
  }

  private async keep({ communityId, id }: OwnAttempt, fresh: { id: string; position: number }[]): Promise<void> {
    await this.transactor.run(communityId, (tx) =>
      tx.rows(sql`
        INSERT INTO ask_attempt_events (community_id, attempt_id, type, subject_id, position)
        SELECT ${communityId}, ${id}, 'SHOWN', s.id, s.position
        FROM unnest(${fresh.map((one) => one.id)}::uuid[], ${fresh.map(({ position }) => position)}::int[]) AS s (id, position)
        ON CONFLICT DO NOTHING`),
    );
  }
}
