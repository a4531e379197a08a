/** What the words of a reply say of the one who wrote it. */
export interface ReplyWords {
  /** How often it speaks to the one who asked: "you", "your". */
  readonly addressing: number;
  /** Tells of having the same problem, or asks for news, instead of helping. */
  readonly sharesProblem: boolean;
  readonly thanks: boolean;
}

/** Words by which one person is spoken to, by language; those of English are looked for everywhere. */
const ADDRESSING: Readonly<Record<string, readonly string[]>> = {
  en: ['you', 'your'],
  de: ['du', 'dir', 'dich', 'dein', 'deine', 'deinen', 'deinem', 'deiner', 'ihnen', 'ihr', 'ihre', 'ihren', 'ihrem'],
  fr: ['vous', 'votre', 'vos', 'tu', 'ton', 'ta', 'tes'],
  es: ['usted', 'ustedes', 'tu', 'tus', 'te', 'ti'],
  it: ['tu', 'tuo', 'tua', 'tuoi', 'tue', 'te', 'ti'],
  pt: ['você', 'voce', 'seu', 'sua', 'seus', 'suas'],
  nl: ['je', 'jij', 'jou', 'jouw', 'u', 'uw'],
  cs: ['vám', 'vás', 'váš', 'vaše', 'vaši', 'ti', 'tobě', 'tvůj'],
  pl: ['ci', 'tobie', 'twój', 'twoje', 'pan', 'pani'],
  ru: ['вы', 'вам', 'вас', 'ваш', 'ваша', 'ваше'],
};

/** Ways to say "I have that too" or "is there any news?". */
const SHARING = phrases(
  'same (?:problem|issue|here|thing)|me too|also have|having the same|too(?!\\p{L})|an(?:y|other) (?:fix|solution|update)',
  'did you (?:find|ever|solve|get|figure)|(?:das)?(?:gleiche|selbe)[ns]? problem|bei mir auch|même (?:problème|souci)|moi aussi',
  'mismo problema|yo también|stesso problema|anche a me|mesmo problema|eu também|zelfde probleem|ik ook(?!\\p{L})',
  'stejný problém|ten sam problem|та же проблема|у меня тоже',
);

/** Ways to say thank you, or that it works now. */
const THANKING = phrases(
  'thanks?|thank you|thx|cheers|appreciate|grateful|that (?:worked|fixed|did it)|it works|solved',
  'grazie|gracias|bedankt|dank|obrigad|díky|děkuj|köszön|kiitos|merci|dzięk|спасибо',
);

const wordSets = new Map<string, ReadonlySet<string>>();

/** Reads the words of one reply. @param locale of the topic, BCP 47 */
export function replyWords(text: string, locale: string): ReplyWords {
  const words = addressingIn(locale.slice(0, 2));
  let addressing = 0;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) if (words.has(word)) addressing++;
  return { addressing, sharesProblem: SHARING.test(text), thanks: THANKING.test(text) };
}

function addressingIn(language: string): ReadonlySet<string> {
  let words = wordSets.get(language);
  if (!words) {
    words = new Set([...ADDRESSING.en!, ...(ADDRESSING[language] ?? [])]);
    wordSets.set(language, words);
  }
  return words;
}

/** Finds any of them where a word begins. */
function phrases(...alternatives: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives.join('|')})`, 'iu');
}
