import { ask, GARBLED, key, of, type BadRow } from './bad-row';

const LONG = 'x'.repeat(20_001);

/** Texts that are too short, too long, or hold what no text may. */
export const BAD_TEXTS: readonly BadRow[] = [
  ['a blank title', 'ann', 'ask', ask({ title: ' \n\u00a0 ' }), 'INVALID_INPUT'],
  ['a title of 301 characters', 'ann', 'ask', ask({ title: 'x'.repeat(301) }), 'INVALID_INPUT'],
  ['a blank body', 'ann', 'ask', ask({ body: '\t' }), 'INVALID_INPUT'],
  ['a body of 20,001 characters', 'ann', 'ask', ask({ body: LONG }), 'INVALID_INPUT'],
  [
    'an answer of 20,001 characters',
    'ben',
    'answer',
    of({ topicId: 'topic' }, { idempotencyKey: key(), body: LONG }),
    'INVALID_INPUT',
  ],
  ['a blank answer', 'ben', 'answer', of({ topicId: 'topic' }, { idempotencyKey: key(), body: ' ' }), 'INVALID_INPUT'],
  [
    'a comment of 20,001 characters',
    'ben',
    'comment',
    of({ topicId: 'topic' }, { idempotencyKey: key(), body: LONG }),
    'INVALID_INPUT',
  ],
  ...GARBLED.flatMap(([what, text]): BadRow[] => [
    [`${what} in a title`, 'ann', 'ask', ask({ title: text }), 'INVALID_INPUT'],
    [`${what} in a body`, 'ann', 'ask', ask({ body: text }), 'INVALID_INPUT'],
    [`${what} in a tag`, 'ann', 'ask', ask({ tags: [text] }), 'INVALID_INPUT'],
    [`${what} in a feeling`, 'ann', 'ask', ask({ sentiment: { face: 'SAD', feeling: text } }), 'INVALID_INPUT'],
    [`${what} in a version of a product`, 'ann', 'ask', ask({ productVersion: text }), 'INVALID_INPUT'],
    [`${what} in a locale`, 'ann', 'ask', ask({ locale: text }), 'INVALID_INPUT'],
    [`${what} in an idempotency key`, 'ann', 'ask', ask({ idempotencyKey: `${text}-long-enough` }), 'INVALID_INPUT'],
    [
      `${what} in an answer`,
      'ben',
      'answer',
      of({ topicId: 'topic' }, { idempotencyKey: key(), body: text }),
      'INVALID_INPUT',
    ],
    [`${what} in an edit`, 'ann', 'editTopic', of({ topicId: 'topic' }, { version: 1, title: text }), 'INVALID_INPUT'],
    [`${what} in a reason`, 'rep', 'closeTopic', of({ topicId: 'topic' }, { reason: text }), 'INVALID_INPUT'],
    [`${what} in a note`, 'ben', 'flag', of({ postId: 'topic' }, { reason: 'SPAM', note: text }), 'INVALID_INPUT'],
    [
      `${what} in a name`,
      'ann',
      'updateProfile',
      of({ communityId: 'community' }, { version: 1, displayName: text }),
      'INVALID_INPUT',
    ],
    [
      `${what} in a biography`,
      'ann',
      'updateProfile',
      of({ communityId: 'community' }, { version: 1, bio: text }),
      'INVALID_INPUT',
    ],
    [
      `${what} in a handle`,
      'ann',
      'updateProfile',
      of({ communityId: 'community' }, { version: 1, handle: text }),
      'INVALID_INPUT',
    ],
    [
      `${what} in a product`,
      'admin',
      'createProduct',
      of({ communityId: 'community' }, { idempotencyKey: key(), name: text }),
      'INVALID_INPUT',
    ],
    [
      `${what} in the name of a tag`,
      'rep',
      'updateTag',
      of({ tagId: 'tag' }, { version: 1, name: text }),
      'INVALID_INPUT',
    ],
    [
      `${what} in the name of a community`,
      'admin',
      'updateCommunity',
      of({ communityId: 'community' }, { version: 1, name: text }),
      'INVALID_INPUT',
    ],
  ]),
];
