/**
 * Every column that names a member, and what becomes of it when all that one member has is given to another. GIVE: it
 * names the other one from then on; where that would break a rule (one star each, none for oneself), the row that is
 * one too many goes before. DROP: the row goes, since nobody waits any more. A test holds the list against the database.
 */
export const MEMBER_COLUMNS = {
  'answers.author_id': 'GIVE',
  'article_revisions.editor_id': 'GIVE',
  'article_votes.member_id': 'GIVE',
  'articles.author_id': 'GIVE',
  'ask_attempts.member_id': 'GIVE',
  'ask_days.member_id': 'DROP',
  'comments.author_id': 'GIVE',
  'flags.member_id': 'GIVE',
  'follows.member_id': 'GIVE',
  'follows.person_id': 'GIVE',
  'me_toos.member_id': 'GIVE',
  'member_addresses.member_id': 'DROP',
  'member_exports.member_id': 'DROP',
  'members.merged_into_id': 'GIVE',
  'moderation_items.decided_by_id': 'GIVE',
  'muted_tags.member_id': 'DROP',
  'official_marks.ended_by_id': 'GIVE',
  'official_marks.marked_by_id': 'GIVE',
  'official_marks.owner_id': 'GIVE',
  'revisions.editor_id': 'GIVE',
  'routing_preferences.member_id': 'DROP',
  'searches.member_id': 'GIVE',
  'solved_marks.member_id': 'GIVE',
  'stars.member_id': 'GIVE',
  'topic_asks.member_id': 'DROP',
  'topic_links.confirmed_by_id': 'GIVE',
  'topic_links.linked_by_id': 'GIVE',
  'topic_links.rejected_by_id': 'GIVE',
  'topic_merges.merged_by_id': 'GIVE',
  'topics.author_id': 'GIVE',
} as const satisfies Readonly<Record<`${string}.${string}`, 'GIVE' | 'DROP'>>;
