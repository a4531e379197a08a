import { RECORD_FILES } from '../format/interchange-record';
import type { ExportedKind } from './exported-kind';
import { EXPORTED_MARKS } from './exported-marks';
import { EXPORTED_PEOPLE } from './exported-people';
import { EXPORTED_POSTS } from './exported-posts';

const ORDER = Object.keys(RECORD_FILES);

/** All that an export carries, in the order in which it is written. */
export const EXPORTED_KINDS: readonly ExportedKind[] = [
  ...EXPORTED_PEOPLE,
  ...EXPORTED_POSTS,
  ...EXPORTED_MARKS,
].toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));

/** The tables of a community that no export carries, and why. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  ask_attempts:
    'tell what came of asking, without what was typed, for figures that are about the place they were made at',
  ask_attempt_events: 'are what happened in such attempts',
  survey_answers: 'are what readers said of them',
  routing_preferences: 'say how members want to be asked, which they told nobody but the place where they said it',
  muted_tags: 'are what they do not want to be asked about there',
  ask_days: 'count how often they were asked',
  topic_asks: 'tell who was asked there, and what they said to it, which is theirs alone',
  topic_routes: 'are how far it has come with that',
  answered_counts: 'count what such attempts said',
  topic_view_days: 'are made anew of the events that tell of views',
  helpfulness: 'is made of what is exported, and again wherever it is imported',
  helpfulness_states: 'say of what it was made',
  solved_answers: 'are made of it as well',
  idempotency_keys: 'tell a client that repeats a call what it made the first time, and are forgotten soon',
  member_exports: 'what members have asked for of their own, to be fetched within days, where they asked for it',
  member_export_parts: 'are what such an export holds',
  reply_links: 'are read out of replies, and again wherever they are imported',
  learned_routing: 'is learned from what is exported, and belongs to the place where it was learned',
  similarity_models: 'are learned from what is exported, and belong to the place where they were learned',
  text_embeddings: 'are what a model says of what is exported, where there is such a model',
  embedding_progress: 'tells how far that has come',
  similarity_progress: 'tells how far that has come',
  recognitions: 'are between leads and members of this place; that they were given is told by the events that travel',
  reputation_anomalies: 'are found anew in what is exported',
  reputation_disputes:
    'are between members and leads of this place; what was decided is told by the events that travel',
  searches: 'tell what was looked for and not found here; what would be found elsewhere, only a search there says',
  search_clicks: 'tell what was opened of what was found',
  search_changes: 'wait to be indexed, which happens anew where the community moves in',
  search_documents: 'are the index, which is made anew where the community moves in',
  search_mirrors: 'say how a copy of the index does, which is made anew as well',
  search_passes: 'are how far the index is made',
  superfan_candidates: 'are found anew every night, for the leads of the place where they were found',
  search_words: 'are the words of the index',
  trust_epochs: 'say as of when words were weighed, which happens anew where the community moves in',
  trust_weights: 'are what words weigh, by roles, vouches and confirmations',
  vouches: 'say whom staff vouch for: those of the place where the community moves in decide that themselves',
};
