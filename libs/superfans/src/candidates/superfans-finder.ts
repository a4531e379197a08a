import { Injectable } from '@nestjs/common';
import { Reader, Transactor } from '@app/database';
import { STAFF_ROLES } from '@app/kernel';
import sql from 'sql-template-tag';
import { AskerCircles } from './asker-circles';
import { COHORT_DAYS, findSuperfans, type FoundSuperfan, type Helped } from './find-superfans';
import { HelpEvidenceReader } from './help-evidence.reader';
import { HelpHistoryReader } from './help-history.reader';
import { helperRecords } from './helper-records';
import { DAY, type PastThread } from './past-help';

/** So far back threads are read: what newcomers of a year ago did in their first month, and before. */
const READ_BACK = (COHORT_DAYS + 60) * DAY;

/** A community where nobody asked for so long is at rest. */
const ASKED_WITHIN = 7 * DAY;

/** Finds the superfans of a community anew and writes them down. */
@Injectable()
export class SuperfansFinder {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly history: HelpHistoryReader,
    private readonly evidence: HelpEvidenceReader,
    private readonly circles: AskerCircles,
  ) {}

  /** @returns how many there are. @throws AbortError where the signal stopped it */
  async find(communityId: string, signal: AbortSignal, now = Date.now()): Promise<number> {
    const asOf = await this.asOf(communityId, now);
    const found = asOf === null ? [] : await this.foundAsOf(communityId, asOf, signal);
    await this.write(communityId, found, new Date(asOf ?? now));
    return found.length;
  }

  /** Where nobody asks any more, silence says nothing of one: help is looked at up to a week after the last question. */
  private async asOf(communityId: string, now: number): Promise<number | null> {
    const row = await this.reader.row<{ at: Date | null }>(
      communityId,
      sql`SELECT max(created_at) AS at FROM topics WHERE community_id = ${communityId} AND state = 'VISIBLE'`,
    );
    return row?.at ? Math.min(now, row.at.getTime() + ASKED_WITHIN) : null;
  }

  private async foundAsOf(communityId: string, asOf: number, signal: AbortSignal): Promise<FoundSuperfan[]> {
    const threads: PastThread[] = [];
    for await (const some of this.history.threads(communityId, new Date(asOf - READ_BACK))) {
      signal.throwIfAborted();
      threads.push(...some);
    }
    const helpers = new Set(
      threads.flatMap(({ posts }) => posts.filter(({ answer }) => answer).map((p) => p.authorId)),
    );
    const evidence = await this.evidence.about(communityId, [...helpers]);
    signal.throwIfAborted();
    const records = helperRecords(threads, evidence);
    const helped: Helped = {
      records,
      firstAnswers: await this.history.firstAnswers(communityId),
      staff: await this.staff(communityId),
      asOf,
    };
    const found = findSuperfans(helped);
    await this.circles.keep(communityId, helped, found);
    return found;
  }

  private async staff(communityId: string): Promise<Set<string>> {
    const rows = await this.reader.rows<{ id: string }>(
      communityId,
      sql`SELECT id FROM members WHERE community_id = ${communityId} AND role = ANY (${STAFF_ROLES}::text[])`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** All at once: a lead sees those of one night. Whoever was erased or merged meanwhile is left out. */
  private async write(communityId: string, found: readonly FoundSuperfan[], asOf: Date): Promise<void> {
    const rows = found.map(({ score, firstAnswerAt, lastAnswerAt, ...rest }) => ({
      ...rest,
      score: Math.round(1_000 * score),
      firstAnswerAt: new Date(firstAnswerAt),
      lastAnswerAt: new Date(lastAnswerAt),
    }));
    await this.transactor.run(communityId, async (tx) => {
      await tx.rows(sql`DELETE FROM superfan_candidates WHERE community_id = ${communityId}`);
      await tx.rows(sql`
        INSERT INTO superfan_candidates (community_id, member_id, stage, state, reasons, score, first_answer_at,
          last_answer_at, as_of, found_at)
        SELECT m.community_id, m.id, f.stage, f.state,
          ARRAY (SELECT value FROM jsonb_array_elements_text(f.reasons) WITH ORDINALITY x(value, place) ORDER BY place),
          f.score, f."firstAnswerAt", f."lastAnswerAt", ${asOf}, now()
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f("memberId" uuid, stage text, state text,
          reasons jsonb, score integer, "firstAnswerAt" timestamptz, "lastAnswerAt" timestamptz)
        JOIN members m ON m.community_id = ${communityId} AND m.id = f."memberId"
        WHERE m.erased_at IS NULL AND m.merged_into_id IS NULL AND m.role <> 'ALUM'
        ORDER BY m.id FOR KEY SHARE OF m`);
    });
  }
}
