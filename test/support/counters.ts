import type { Founder, TestCommunity } from './founder';

/** Counters that differ from what they count, by community. */
const FAULTS = `
  SELECT 'topic' AS what, t.id, to_jsonb(f) || jsonb_build_object('answer_count', t.answer_count, 'reply_count',
      t.reply_count, 'me_too_count', t.me_too_count, 'follower_count', t.follower_count) AS found
    FROM topics t, LATERAL (SELECT
      (SELECT count(*) FROM answers a WHERE a.topic_id = t.id AND a.state = 'VISIBLE') AS answers,
      (SELECT count(*) FROM comments c LEFT JOIN answers a ON a.id = c.answer_id WHERE c.topic_id = t.id
        AND c.state = 'VISIBLE' AND (a.id IS NULL OR a.state = 'VISIBLE')) AS comments,
      t.me_too_base + (SELECT count(*) FROM me_toos m WHERE m.topic_id = t.id) AS me_toos,
      (SELECT count(*) FROM follows w WHERE w.topic_id = t.id) AS followers) f
    WHERE t.answer_count <> f.answers OR t.reply_count <> f.answers + f.comments
      OR t.me_too_count <> f.me_toos OR t.follower_count <> f.followers
  UNION ALL SELECT 'follow-up', a.id, '{}' FROM answers a JOIN topics t ON t.id = a.topic_id
    WHERE a.follow_up <> (a.author_id = t.author_id)
  UNION ALL SELECT 'comments of an answer', a.id, '{}' FROM answers a WHERE a.comment_count <> (
    SELECT count(*) FROM comments c WHERE c.answer_id = a.id AND c.state = 'VISIBLE')
  UNION ALL SELECT 'comment apart from its answer', c.id, '{}' FROM comments c JOIN answers a ON a.id = c.answer_id
    WHERE a.topic_id <> c.topic_id
  UNION ALL SELECT 'official', a.id, '{}' FROM answers a
    WHERE a.official <> EXISTS (SELECT FROM official_marks o WHERE o.answer_id = a.id AND o.ended_at IS NULL)
  UNION ALL SELECT 'mark apart from its answer', o.id, '{}' FROM official_marks o JOIN answers a ON a.id = o.answer_id
    WHERE a.topic_id <> o.topic_id
  UNION ALL SELECT 'solved', a.id, '{}' FROM answers a
    WHERE a.solved <> EXISTS (SELECT FROM solved_marks s WHERE s.answer_id = a.id AND s.topic_id = a.topic_id)
  UNION ALL SELECT 'tag', g.id, '{}' FROM tags g WHERE g.topic_count <> (
    SELECT count(*) FROM topic_tags tt JOIN topics t ON t.id = tt.topic_id
    WHERE tt.tag_id = g.id AND t.state = 'VISIBLE' AND t.visibility = 'PUBLIC' AND t.archived_at IS NULL
      AND t.merged_into_id IS NULL)`;

/** Rows of a community that contradict each other: what counts and what is counted, marks and what they mark. */
export function faultsIn(founder: Founder, { key }: Pick<TestCommunity, 'key'>): Promise<object[]> {
  return founder.sql(key, FAULTS);
}
