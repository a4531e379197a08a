import { ask, BIG, key, of, settings, type BadRow } from './bad-row';

/** What the rules of the product refuse. */
export const BROKEN_RULES: readonly BadRow[] = [
  ['an unknown kind', 'ann', 'ask', ask({ kind: 'RANT' }), 'BAD_USER_INPUT'],
  ['an unknown status', 'rep', 'setStatus', of({ topicId: 'topic' }, { status: 'LATER' }), 'BAD_USER_INPUT'],
  [
    'a status that praise does not have',
    'rep',
    'setStatus',
    of({ topicId: 'praise' }, { status: 'COMPLETE' }),
    'STATUS_NOT_OF_KIND',
  ],
  ["one's own answer starred", 'ben', 'starAnswer', of({ answerId: 'answer' }), 'OWN_ANSWER'],
  [
    'an answer on a closed topic',
    'ben',
    'answer',
    of({ topicId: 'closed' }, { idempotencyKey: key(), body: 'So.' }),
    'TOPIC_CLOSED',
  ],
  [
    'a comment on a closed topic',
    'ben',
    'comment',
    of({ topicId: 'closed' }, { idempotencyKey: key(), body: 'So.' }),
    'TOPIC_CLOSED',
  ],
  ["somebody else's topic solved", 'ben', 'markSolved', of({ answerId: 'answer' }), 'NOT_YOUR_TOPIC'],
  ['a second official answer', 'rep', 'markOfficial', of({ answerId: 'second' }), 'OFFICIAL_ANSWER_EXISTS'],
  ['a topic merged into itself', 'rep', 'mergeTopic', of({ topicId: 'topic', intoId: 'topic' }), 'MERGE_IMPOSSIBLE'],
  [
    'topics merged in a circle',
    'rep',
    'mergeTopic',
    of({ topicId: 'target', intoId: 'duplicate' }),
    'MERGE_IMPOSSIBLE',
  ],
  ['a topic unmerged that was not merged', 'rep', 'unmergeTopic', of({ topicId: 'topic' }), 'INVALID_INPUT'],
  ['a tag made a synonym of itself', 'rep', 'makeSynonym', of({ tagId: 'tag', ofTagId: 'tag' }), 'MERGE_IMPOSSIBLE'],
  [
    'a product under itself',
    'admin',
    'updateProduct',
    of({ productId: 'product', parentId: 'product' }, { version: 1 }),
    'INVALID_INPUT',
  ],
];

/** Things of another community. */
export const FOREIGN_THINGS: readonly BadRow[] = [
  ['a tag to follow', 'ann', 'follow', of({ id: 'foreignTag' }), 'FORBIDDEN'],
  ['a tag as synonym', 'rep', 'makeSynonym', of({ tagId: 'tag', ofTagId: 'foreignTag' }), 'NOT_FOUND'],
  ['a product to ask about', 'ann', 'ask', (w) => ask({ productIds: [w.id['foreignProduct']] })(w), 'NOT_FOUND'],
  [
    'a product to move to',
    'rep',
    'moveTopic',
    (w) => ({ topicId: w.id['topic'], productIds: [w.id['foreignProduct']] }),
    'NOT_FOUND',
  ],
  [
    'a parent of a product',
    'admin',
    'updateProduct',
    of({ productId: 'product', parentId: 'foreignProduct' }, { version: 1 }),
    'NOT_FOUND',
  ],
  ['a topic to merge into', 'rep', 'mergeTopic', of({ topicId: 'topic', intoId: 'foreignTopic' }), 'NOT_FOUND'],
  [
    'a topic to answer',
    'ann',
    'answer',
    of({ topicId: 'foreignTopic' }, { idempotencyKey: key(), body: 'So.' }),
    'FORBIDDEN',
  ],
  ['an answer to star', 'ann', 'starAnswer', of({ answerId: 'foreignAnswer' }), 'FORBIDDEN'],
  [
    'an answer to fork',
    'rep',
    'forkTopic',
    (w) => ({ topicId: w.id['topic'], idempotencyKey: key(), title: 'Off?', answerIds: [w.id['foreignAnswer']] }),
    'NOT_FOUND',
  ],
  [
    'an answer to comment on',
    'ann',
    'comment',
    of({ answerId: 'foreignAnswer' }, { idempotencyKey: key(), body: 'So.' }),
    'FORBIDDEN',
  ],
  ['a member as owner', 'rep', 'markOfficial', of({ answerId: 'answer', ownerId: 'foreignMember' }), 'NOT_FOUND'],
  ['a member to promote', 'admin', 'setRole', of({ memberId: 'foreignMember' }, { role: 'LEAD' }), 'FORBIDDEN'],
];

/** Numbers, dates and idempotency keys. */
export const BAD_NUMBERS: readonly BadRow[] = [
  ['no readers to solve', 'admin', 'updateCommunity', settings({ readersToSolve: 0 }), 'INVALID_INPUT'],
  ['many flags', 'admin', 'updateCommunity', settings({ flagsToHide: BIG - 1 }), 'INVALID_INPUT'],
  ['less than no posts held', 'admin', 'updateCommunity', settings({ holdFirstPosts: -1 }), 'INVALID_INPUT'],
  ['days beyond every number', 'admin', 'updateCommunity', settings({ trustedAfterDays: BIG }), 'BAD_USER_INPUT'],
  ['half a day', 'admin', 'updateCommunity', settings({ trustedAfterDays: 0.5 }), 'BAD_USER_INPUT'],
  [
    'a position out of range',
    'admin',
    'createProduct',
    of({ communityId: 'community' }, { idempotencyKey: key(), name: 'P', position: BIG }),
    'BAD_USER_INPUT',
  ],
  [
    'a position below zero',
    'admin',
    'createProduct',
    of({ communityId: 'community' }, { idempotencyKey: key(), name: 'P', position: -BIG }),
    'INVALID_INPUT',
  ],
  ['a version below zero', 'ann', 'editTopic', of({ topicId: 'topic' }, { version: -1, title: 'Not?' }), 'CONFLICT'],
  [
    'a version out of range',
    'ann',
    'editTopic',
    of({ topicId: 'topic' }, { version: BIG, title: 'Not?' }),
    'BAD_USER_INPUT',
  ],
  ['a review on no date', 'rep', 'markOfficial', of({ answerId: 'answer' }, { reviewAt: 'soon' }), 'INVALID_INPUT'],
  [
    'a review on February 30th',
    'rep',
    'updateOfficialMark',
    of({ answerId: 'answer' }, { reviewAt: '2027-02-30T00:00:00Z' }),
    'INVALID_INPUT',
  ],
  [
    'a review after the end of days',
    'rep',
    'updateOfficialMark',
    of({ answerId: 'answer' }, { reviewAt: '+275760-09-13T00:00:01Z' }),
    'INVALID_INPUT',
  ],
  [
    'a review at a number',
    'rep',
    'updateOfficialMark',
    of({ answerId: 'answer' }, { reviewAt: 1e12 }),
    'INVALID_INPUT',
  ],
  [
    'a suspension until no time',
    'admin',
    'suspendMember',
    of({ memberId: 'ben' }, { reason: 'So.', until: 'infinity' }),
    'INVALID_INPUT',
  ],
  [
    'a suspension until the past',
    'admin',
    'suspendMember',
    of({ memberId: 'ben' }, { reason: 'So.', until: '1999-01-01T00:00:00Z' }),
    'INVALID_INPUT',
  ],
  ['a key that is too short', 'ann', 'ask', ask({ idempotencyKey: 'abc' }), 'INVALID_INPUT'],
  ['a key that is too long', 'ann', 'ask', ask({ idempotencyKey: 'k'.repeat(300) }), 'INVALID_INPUT'],
  [
    'a key used for another input',
    'ann',
    'ask',
    ask({ idempotencyKey: 'the-key-of-the-first-topic' }),
    'IDEMPOTENCY_MISMATCH',
  ],
  [
    'a key used for another change',
    'ann',
    'comment',
    of({ topicId: 'topic' }, { idempotencyKey: 'the-key-of-the-first-topic', body: 'So.' }),
    'IDEMPOTENCY_MISMATCH',
  ],
];

/** Edits of what somebody else has changed meanwhile. */
export const STALE_EDITS: readonly BadRow[] = [
  ['topic', 'ann', 'editTopic', of({ topicId: 'topic' }, { version: 7, title: 'Not?' }), 'CONFLICT'],
  ['kind', 'rep', 'changeKind', of({ topicId: 'topic' }, { version: 7, kind: 'PROBLEM' }), 'CONFLICT'],
  ['answer', 'ben', 'editAnswer', of({ answerId: 'second' }, { version: 7, body: 'Not.' }), 'CONFLICT'],
  ['comment', 'ann', 'editComment', of({ commentId: 'comment' }, { version: 7, body: 'Not.' }), 'CONFLICT'],
  ['tag', 'rep', 'updateTag', of({ tagId: 'tag' }, { version: 7, description: 'Not.' }), 'CONFLICT'],
  ['product', 'admin', 'updateProduct', of({ productId: 'product' }, { version: 7, description: 'Not.' }), 'CONFLICT'],
  ['profile', 'ann', 'updateProfile', of({ communityId: 'community' }, { version: 7, title: 'Not.' }), 'CONFLICT'],
  ['community', 'admin', 'updateCommunity', of({ communityId: 'community' }, { version: 7, name: 'Not.' }), 'CONFLICT'],
];
