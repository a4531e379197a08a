import type { ArticleDocument, ReplyText, TopicDocument } from '../documents/search-document';
import { highlightsOf, type Highlight } from './highlighter';
import { WordMatcher } from './word-matcher';

const at = new Date(0);
const reply = (rank: ReplyText['rank'], text: string): ReplyText => ({ rank, text, byAsker: false, at });
const topic = (more: Partial<TopicDocument>): TopicDocument => ({
  kind: 'TOPIC',
  id: 'a',
  locale: 'en',
  title: 'How?',
  body: '',
  replies: [],
  topicKind: 'QUESTION',
  status: 'NONE',
  resolution: 'ANSWERED',
  visibility: 'PUBLIC',
  authorId: 'b',
  productIds: [],
  tagIds: [],
  meTooCount: 1,
  createdAt: at,
  lastActivityAt: at,
  ...more,
});

/** Highlights as text, with what is marked in brackets. */
function shown(highlights: readonly Highlight[]): string[] {
  return highlights.map(
    ({ source, segments }) =>
      `${source}: ${segments.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')}`,
  );
}
const marked = (text: string, words: string[], typed = words.join(' ')): string =>
  shown(highlightsOf(topic({ title: text }), new WordMatcher(words, typed)))[0]?.replace('TITLE: ', '') ?? '';

describe('what is marked', () => {
  it.each([
    ['The CALENDAR, again', ['calendar'], 'The [CALENDAR], again'],
    ['Café crème', ['cafe'], '[Café] crème'],
    ['Straße und ﬁnden', ['strasse', 'finden'], '[Straße] und [ﬁnden]'],
    [
      'Thunderbird’s calendars and calendaring',
      ['calendar', 'thunderbird'],
      '[Thunderbird’s] [calendars] and [calendaring]',
    ],
    ['I crashed. I crash', ['crashed'], 'I [crashed]. I [crash]'],
    ['happy, happier', ['happi'], '[happy], [happier]'],
    ['in inbox', ['in', 'go'], '[in] inbox'],
    [
      'a car is careful of carpenters and cartographers',
      ['car'],
      'a [car] is [careful] of carpenters and cartographers',
    ],
    ['kalender im Ünterordner', ['unterordner'], 'kalender im [Ünterordner]'],
    ['日本語のカレンダーが同期しない', ['カレンダー', '同期'], '日本語の[カレンダー]が[同期]しない'],
    ['日本語入力', ['日本', '本語'], '[日本語]入力'],
    ['ﾒｰﾙを開く', ['メール'], '[ﾒｰﾙ]を開く'],
    ['가나다 메일을 열다', ['메일'], '가나다 [메일을] 열다'],
    ['Не могу отправить почту', ['почту', 'отправить'], 'Не могу [отправить] [почту]'],
    ['<b>mail</b> & "mail"', ['mail', 'b'], '<[b]>[mail]</[b]> & "[mail]"'],
    ['0x80070 and 0x800705b4, 115 and 1150', ['0x80070', '115'], '[0x80070] and 0x800705b4, [115] and 1150'],
    ['nothing here', [], 'nothing here'],
  ])('%s', (text, words, expected) => expect(marked(text, words, '')).toBe(expected));

  it('is every word that goes on from the one that is being typed', () => {
    expect(marked('internationalisation', ['int'], 'an int')).toBe('[internationalisation]');
    expect(marked('internationalisation', ['int'], 'int ')).toBe('internationalisation');
  });

  it('never loses or adds a character', () => {
    const text = '🙂 e\u0301 mail\u200dmail ½ ﷺ メール mail';
    const [{ segments } = { segments: [] }] = highlightsOf(topic({ title: text }), new WordMatcher(['mail', 'e'], ''));
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
  });
});

describe('what it is marked in', () => {
  const of = (document: TopicDocument | ArticleDocument, ...words: string[]): string[] =>
    shown(highlightsOf(document, new WordMatcher(words, words.join(' '))));

  it('is the body, and the official answer that says the rest', () => {
    const document = topic({
      title: 'Mail',
      body: 'My mail is gone.',
      replies: [reply('ANSWER', 'Gone?'), reply('OFFICIAL', 'Rebuild the index.')],
    });
    expect(of(document, 'mail', 'gone', 'index')).toEqual([
      'TITLE: [Mail]',
      'BODY: My [mail] is [gone].',
      'ANSWER: Rebuild the [index].',
    ]);
  });

  it('is the official answer before the solving one before the others, where only they match', () => {
    const replies = [reply('COMMENT', 'index c'), reply('ANSWER', 'index a'), reply('SOLVED', 'index s')];
    expect(of(topic({ body: 'Help', replies }), 'index')).toEqual(['TITLE: How?', 'ANSWER: [index] s']);
    const official = [...replies, reply('OFFICIAL', 'index o')];
    expect(of(topic({ body: 'Help', replies: official }), 'index')).toEqual([
      'TITLE: How?',
      'ANSWER: [index] o',
      'ANSWER: [index] s',
    ]);
    expect(of(topic({ body: 'Help', replies: replies.slice(0, 1) }), 'index')[1]).toBe('COMMENT: [index] c');
  });

  it('shows what helped beside the body that says as much', () => {
    const document = topic({
      body: 'The index?',
      replies: [reply('SOLVED', 'That index.'), reply('ANSWER', 'Index!')],
    });
    expect(of(document, 'index').slice(1)).toEqual(['BODY: The [index]?', 'ANSWER: That [index].']);
  });

  it('is the beginning of the text where only the title matches', () => {
    expect(of(topic({ title: 'Index', body: 'Where is it?' }), 'index')).toEqual([
      'TITLE: [Index]',
      'BODY: Where is it?',
    ]);
    expect(of(topic({ title: 'Index', body: ' ' }), 'index')).toEqual(['TITLE: [Index]']);
  });

  it('is the summary or the text of an article', () => {
    const article: ArticleDocument = {
      kind: 'ARTICLE',
      id: 'a',
      locale: 'en',
      title: 'Index',
      summary: 'What it is for.',
      body: 'First.\n\nRebuild   the index.',
      productIds: [],
      createdAt: at,
    };
    expect(of(article, 'rebuild')).toEqual(['TITLE: Index', 'ARTICLE: First. [Rebuild] the index.']);
  });
});

describe('an excerpt', () => {
  const words = Array.from({ length: 400 }, (_, i) => `word${i}`);
  const excerpt = (text: string, ...looked: string[]): string =>
    shown(highlightsOf(topic({ body: text }), new WordMatcher(looked, '')))[1]?.replace('BODY: ', '') ?? '';

  it('is about two hundred characters around most of the words, cut between words', () => {
    const text = excerpt(words.join(' '), 'word5', 'word300', 'word303');
    expect(text).toMatch(/^…word29\d .* \[word300\] word301 word302 \[word303\] .* word3\d\d…$/);
    expect(text.length).toBeGreaterThan(160);
    expect(text.length).toBeLessThan(220);
  });

  it('begins with the text where the match does, and ends with it', () => {
    expect(excerpt(words.join(' '), 'word0')).toMatch(/^\[word0\] word1 .*…$/);
    expect(excerpt(words.join(' '), 'word399')).toMatch(/^…word\d+ .*\[word399\]$/);
  });

  it('cuts a script without spaces between characters', () => {
    const text = excerpt(`${'𠮷'.repeat(300)}検索${'𠮷'.repeat(300)}`, '検索');
    expect(text).toMatch(/^…𠮷+\[検索\]𠮷+…$/u);
    expect(text.isWellFormed()).toBe(true);
  });

  it('takes no time over what nobody reads', () => {
    const long = topic({ replies: Array.from({ length: 5_000 }, () => reply('COMMENT', 'mail '.repeat(100))) });
    expect(highlightsOf(long, new WordMatcher(['mail'], 'mail'))).toHaveLength(2);
  });
});
