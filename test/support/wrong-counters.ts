import type { Founder, TestCommunity } from './founder';

const WRONG = `
  SELECT 'topic ' || t.code AS thing FROM topics t WHERE
    t.answer_count <> (SELECT count(*) FROM answers a WHERE a.topic_id = t.id AND a.state = 'VISIBLE')
    OR t.reply_count <> t.answer_count + (SELECT count(*) FROM comments c LEFT JOIN answers a ON a.id = c.answer_id
      WHERE c.topic_id = t.id AND c.state = 'VISIBLE' AND (a.id IS NULL OR a.state = 'VISIBLE'))
    OR t.follower_count <> (SELECT count(*) FROM follows f WHERE f.topic_id = t.id)
    OR t.me_too_count <> t.me_too_base + (SELECT count(*) FROM me_toos m WHERE m.topic_id = t.id)
    OR t.unanswered <> (t.resolution = 'UNANSWERED')
  UNION ALL
  SELECT 'answer ' || a.id FROM answers a WHERE
    a.comment_count <> (SELECT count(*) FROM comments c WHERE c.answer_id = a.id AND c.state = 'VISIBLE')
    OR a.star_count <> (SELECT count(*) FROM stars s WHERE s.answer_id = a.id)
    OR a.official <> EXISTS (SELECT FROM official_marks o WHERE o.answer_id = a.id AND o.ended_at IS NULL)
    OR a.solved <> EXISTS (SELECT FROM solved_marks s WHERE s.answer_id = a.id)`;

/** The topics and answers of a community whose counters and marks are not what their rows say: none, if all is well. */
export async function wrongCounters(founder: Founder, { key }: TestCommunity): Promise<string[]> {
  return (await founder.sql<{ thing: string }>(key, WRONG)).map(({ thing }) => thing);
}
