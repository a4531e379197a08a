import { Community, type Viewer } from '@app/community';
import type { Reader } from '@app/database';
import { CurrentEpoch, foldLedger, LedgerReader, OwnLedgerReader, type Epoch } from '@app/reputation';
import type { Client } from 'pg';
import { GENERATED_ID } from './generated-marks';
import { say, stopwatch } from './telling';

const ROUNDS = 50;
const PAGE = { size: 20, backward: false, cursor: null };

/** Whose ledger grows. */
export interface OneMore {
  readonly reader: Reader;
  readonly writer: Client;
  readonly epoch: Epoch;
  readonly subjectId: string;
}

/** One star more for a member, and one that is taken back; then the lines of that member anew, and as they read them. */
export async function oneMore({ reader, writer, epoch, subjectId }: OneMore): Promise<void> {
  const { rows } = await writer.query<{ answer: string; member: string }>(
    `SELECT a.id AS answer, m.id AS member FROM (SELECT id FROM answers WHERE author_id = $1 LIMIT 1) a, members m
     WHERE NOT EXISTS (SELECT FROM stars s WHERE s.answer_id = a.id AND s.member_id = m.id) LIMIT ${ROUNDS}`,
    [subjectId],
  );
  const each = async (statement: string): Promise<void> => {
    for (const { answer, member } of rows) await writer.query(statement, [GENERATED_ID, answer, member]);
  };
  await repeated('a star', 1, () =>
    each('INSERT INTO stars (community_id, answer_id, member_id, trusted) VALUES ($1, $2, $3, true)'),
  );
  await repeated('taking it back', 1, () =>
    each('DELETE FROM stars WHERE community_id = $1 AND answer_id = $2 AND member_id = $3'),
  );
  const ledger = new LedgerReader(reader);
  const anew = async (): Promise<number> => foldLedger(await ledger.scoredAbout(GENERATED_ID, subjectId), epoch).length;
  await repeated(`the ${await anew()} lines of its subject anew`, ROUNDS, anew);
  const own = new OwnLedgerReader(ledger, new CurrentEpoch(reader));
  const viewer = viewerOf(subjectId);
  await repeated(
    'the same, with the words of who gave them, and the newest of them as their subject reads them',
    ROUNDS,
    async () => own.page(await own.read(viewer), PAGE),
  );
}

/** @param rounds so often is it done; what is done to all rows does it so often itself */
async function repeated(name: string, rounds: number, work: () => Promise<unknown>): Promise<void> {
  const spent = stopwatch();
  for (let n = 0; n < rounds; n++) await work();
  say(`${name}, ${ROUNDS} times: ${spent()}`);
}

function viewerOf(memberId: string): Viewer {
  return {
    communityId: GENERATED_ID,
    community: new Community(),
    memberId,
    userId: memberId,
    actingUserId: null,
    role: 'CUSTOMER',
    seat: false,
    suspended: false,
    joinedAt: new Date(0),
    trust: 0,
    scopes: [],
  };
}
