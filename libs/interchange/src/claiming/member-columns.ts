/**
 * Every column that names a member, and what becomes of it when all that one member has is given to another. GIVE: it
 * names the other one from then on; where that would break a rule (one star each, none for oneself), the row that is
 * one too many goes before. DROP: the row goes, since nobody waits any more. KEEP: what is written stays as it is, and
 * whoever reads it looks up who was merged into whom. A test holds the list against the database.
 */
export const MEMBER_COLUMNS = {
  'answers.author_id': 'GIVE',
  'article_revisions.editor_id': 'GIVE',
  'article_votes.member_id': 'GIVE',
  'articles.author_id': 'GIVE',
  'ask_attempts.member_id': 'GIVE',
  'comments.author_id': 'GIVE',
  'flags.member_id': 'GIVE',
  'follows.member_id': 'GIVE',
  'follows.person_id': 'GIVE',
  'me_toos.member_id': 'GIVE',
  'member_addresses.member_id': 'DROP',
  'member_exports.member_id': 'DROP',
  'members.merged_into_id': 'GIVE',
  'moderation_items.decided_by_id': 'GIVE',
  'official_marks.ended_by_id': 'GIVE',
  'official_marks.marked_by_id': 'GIVE',
  'official_marks.owner_id': 'GIVE',
  'reputation_entries.actor_id': 'KEEP',
  'reputation_entries.subject_id': 'KEEP',
  'revisions.editor_id': 'GIVE',
  'searches.member_id': 'GIVE',
  'solved_marks.member_id': 'GIVE',
  'stars.member_id': 'GIVE',
  'topic_links.confirmed_by_id': 'GIVE',
  'topic_links.linked_by_id': 'GIVE',
  'topic_links.rejected_by_id': 'GIVE',
  'topic_merges.merged_by_id': 'GIVE',
  'topics.author_id': 'GIVE',
  'trust_weights.member_id': 'DROP',
  'vouches.member_id': 'GIVE',
  'vouches.voucher_id': 'GIVE',
} as const satisfies Readonly<Record<`${string}.${string}`, 'GIVE' | 'DROP' | 'KEEP'>>;
