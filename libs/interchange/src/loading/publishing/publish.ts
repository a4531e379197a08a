import type { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { DatabaseError } from '@app/database';
import sql from 'sql-template-tag';
import type { DoneStep, ImportOutcome, Publishing } from '../import-outcome';
import type { StagedImport } from '../staging';
import { RECORD_KINDS } from '../staging-tables';
import { outcomeOf } from './outcome';
import { Publication } from './publication';
import { writeArticleMarks } from './steps/article-marks.step';
import { writeArticles } from './steps/articles.step';
import { changePosts } from './steps/changed-posts.step';
import { followClaims } from './steps/claimed.step';
import { communityFor } from './steps/community.step';
import { countAnew } from './steps/counts.step';
import { drawPosts } from './steps/drawn-posts.step';
import { writeHistory } from './steps/history.step';
import { writeLinks } from './steps/links.step';
import { trustLedger, writeLedger } from './steps/ledger.step';
import { drawMarks } from './steps/marks.step';
import { writeMembers } from './steps/members.step';
import { remember } from './steps/memory.step';
import { writeModeration } from './steps/moderation.step';
import { addNamed } from './steps/named.step';
import { drawPeople } from './steps/people-marks.step';
import { placePosts } from './steps/posts.step';
import { writeProducts } from './steps/products.step';
import { writeRedirects } from './steps/redirects.step';
import { requireMembers } from './steps/references.step';
import { writeRevisions } from './steps/revisions.step';
import { writeTags } from './steps/tags.step';
import { judge, refuseTwice } from './steps/verdicts.step';
import { writeVotes } from './steps/votes.step';
import { writeMarks } from './steps/write-marks.step';
import { writeReplies } from './steps/write-replies.step';
import { writeTopics } from './steps/write-topics.step';

/** An import that is ready, and how to reach it. */
export interface ReadyImport {
  /** Holds the import; no transaction is open. */
  readonly client: Client;
  readonly schema: string;
  readonly staged: StagedImport;
  /** Another connection of the same role. */
  readonly connect: () => Promise<Client>;
}

/** In this order: what is referred to is there before what refers to it. */
const STEPS: readonly (readonly [string, (publication: Publication) => Promise<void>])[] = [
  ['measuring what has come', analyse],
  ['whether a ledger has come', trustLedger],
  ['members and products that are only named', addNamed],
  ['what comes twice', refuseTwice],
  ['comparing with what is there', judge],
  ['products', writeProducts],
  ['tags', writeTags],
  ['members', writeMembers],
  ['members who were claimed', followClaims],
  ['who wrote what', requireMembers],
  ['where posts stand', placePosts],
  ['posts that have changed', changePosts],
  ['votes', writeVotes],
  ['marks', drawMarks],
  ['me toos and follows', drawPeople],
  ['counting', drawPosts],
  ['topics', writeTopics],
  ['answers and comments', writeReplies],
  ['revisions', writeRevisions],
  ['writing marks, me toos and follows', writeMarks],
  ['links and merges', writeLinks],
  ['the ledger', writeLedger],
  ['moderation', writeModeration],
  ['articles', writeArticles],
  ['what articles said before, and what members say of them', writeArticleMarks],
  ['old addresses', writeRedirects],
  ['the event log', writeHistory],
  ['counting tags and followers', countAnew],
  ['remembering the source', remember],
];

/**
 * Makes an import visible, in one transaction; a dry run is taken back, but for what it has refused. Where people who
 * write at the same moment were in the way (a deadlock, a handle that has just been taken), it is done again.
 */
export async function publish(ready: ReadyImport, publishing: Publishing): Promise<ImportOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptTo(ready, publishing);
    } catch (error) {
      const passing = DatabaseError.isRetryable(error) || DatabaseError.code(error) === TAKEN;
      if (!passing || attempt === TRIES) throw error;
    }
  }
}

const TRIES = 3;
/** A unique constraint was violated. */
const TAKEN = '23505';

async function attemptTo(ready: ReadyImport, { dryRun, onStep }: Publishing): Promise<ImportOutcome> {
  const { client, schema, staged } = ready;
  await client.query(`DELETE FROM "${schema}".rejects WHERE published`);
  await client.query('BEGIN');
  try {
    for (const setting of SETTINGS) await client.query(`SET LOCAL ${setting}`);
    const { founded, ...about } = await communityFor(client, schema, staged);
    const publication = new Publication(client, about);
    const steps: DoneStep[] = [];
    for (const [index, [name, step]] of STEPS.entries()) {
      onStep({ name, number: index + 1, of: STEPS.length });
      const begun = performance.now();
      await step(publication);
      steps.push({ name, milliseconds: performance.now() - begun });
    }
    const outcome = { communityId: about.communityId, founded, steps, ...(await outcomeOf(publication)) };
    if (dryRun) await keepRejects(ready, publication);
    else await publication.run(sql`UPDATE ${publication.work}progress SET published = true`);
    await client.query(dryRun ? 'ROLLBACK' : 'COMMIT');
    if (!dryRun) await analyseTables(client);
    return outcome;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Many rows at once: joins of whole tables, and what is committed has reached the disk. */
const SETTINGS = [
  'statement_timeout = 0',
  'lock_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
  'synchronous_commit = on',
  'search_path = public',
  `work_mem = '64MB'`,
  'jit = off',
  'default_statistics_target = 10',
];

/** What the planner should know of at once, and not only when the server comes to it. */
const GROWN =
  'members, topics, topic_tags, answers, comments, revisions, stars, me_toos, follows, domain_events, reputation_entries';

async function analyseTables(client: Client): Promise<void> {
  await client.query(`ANALYZE ${GROWN}`);
}

async function analyse(publication: Publication): Promise<void> {
  for (const kind of RECORD_KINDS) await publication.run(sql`ANALYZE ${publication.staged(kind)}`);
}

/** What a dry run has refused goes out by another connection, before the transaction is taken back. */
async function keepRejects({ client, connect }: ReadyImport, { work }: Publication): Promise<void> {
  const other = await connect();
  try {
    const rejects = `${work.sql}rejects`;
    await pipeline(
      client.query(to(`COPY (SELECT * FROM ${rejects} WHERE published) TO STDOUT`)),
      other.query(from(`COPY ${rejects} FROM STDIN`)),
    );
  } finally {
    await other.end();
  }
}
