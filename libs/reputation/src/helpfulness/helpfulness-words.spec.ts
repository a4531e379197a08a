import { helpfulnessInWords } from './helpfulness-words';
import type { HelpfulnessAbout } from './helpfulness.loader';

const about = (more: Partial<HelpfulnessAbout>): HelpfulnessAbout => ({
  communityId: 'c',
  productId: null,
  tagId: null,
  about: null,
  threads: 43,
  likely: 1.62,
  least: 1.2,
  most: 2.04,
  ...more,
});

it.each([
  [
    about({ about: 'calendars' }),
    'In 43 threads about calendars: 1.6 times as helpful as others beside them, hardly by chance',
  ],
  [about({ least: 0.9 }), 'In 43 threads: 1.6 times as helpful as others beside them, which may be chance'],
  [
    about({ threads: 1, likely: 0.3, least: 0.1, most: 0.5 }),
    'In 1 thread: 0.3 times as helpful as others beside them, hardly by chance',
  ],
])('says how much somebody helps: %#', (helpfulness, words) => {
  expect(helpfulnessInWords(helpfulness)).toBe(words);
});
