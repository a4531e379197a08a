import { replyWords } from './reply-words';

describe('the words of a reply', () => {
  it('speak to the asker, in the language of the topic and in English', () => {
    expect(replyWords('You should reset your profile, if you can.', 'en-US').addressing).toBe(3);
    expect(replyWords('Können Sie Ihren Ordner öffnen? Your folder.', 'de').addressing).toBe(2);
    expect(replyWords('Können Sie Ihren Ordner öffnen?', 'en').addressing).toBe(0);
    expect(replyWords('Youth is yours.', 'en').addressing).toBe(0);
  });

  it.each([
    'I have the same problem here.',
    'Did you ever find out?',
    'Me too!',
    'Ich habe das gleiche Problem.',
    'moi aussi',
  ])('tell of the same problem: %s', (text) => expect(replyWords(text, 'en').sharesProblem).toBe(true));

  it.each(['Open the tools menu.', 'It is the tooltip.', 'Change the title too often and it breaks.'])(
    'tell of something else: %s',
    (text) => expect(replyWords(text, 'en').sharesProblem).toBe(text.includes(' too ')),
  );

  it.each(['Thanks a lot', 'Danke, vielen Dank!', 'That worked.', 'Спасибо!'])('thank: %s', (text) =>
    expect(replyWords(text, 'en').thanks).toBe(true),
  );

  it('do not thank by being part of others', () => {
    expect(replyWords('Unresolved, and bethanked', 'en').thanks).toBe(false);
  });
});
