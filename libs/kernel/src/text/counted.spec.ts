import { counted } from './counted';

it.each([
  [counted(0, 'day'), '0 days'],
  [counted(1, 'day'), '1 day'],
  [counted(1_200, 'question'), '1,200 questions'],
  [counted(2, 'person', 'people'), '2 people'],
])('says %s', (said, words) => {
  expect(said).toBe(words);
});
