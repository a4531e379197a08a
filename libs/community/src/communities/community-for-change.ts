import { selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import type { MemberViewer } from '../viewer/viewer';
import { Community } from './community.entity';

/**
 * The viewer's community, locked until the transaction ends. What must be judged over many rows of it (the last
 * admin, a tree of products, words for tags) is changed by one at a time; posts are not held up by it.
 */
export async function lockCommunity(tx: Tx, viewer: MemberViewer): Promise<Community> {
  const community = await tx.row<Community>(
    sql`SELECT ${selectList(Community, 'c')} FROM communities c WHERE c.id = ${viewer.communityId} FOR NO KEY UPDATE`,
  );
  if (!community) throw DomainError.notFound('community');
  return community;
}
