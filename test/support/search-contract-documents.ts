import { newId } from '@app/kernel';
import type { ArticleDocument, NameDocument, ReplyText, SearchDocument, TopicDocument } from '@app/search';

/** Every document by the name that the contract calls it. */
export const ids = Object.fromEntries(
  `theirs changing secret quokkaTitle quokkaOfficial quokkaSolving quokkaBody quokkaComment calendar article errorCode
  zebraAll zebraSome nearWords farWords umbrellaSolved umbrellaWanted umbrellaPlain thunderbird attachment widget midget resume
  greenApple appleGreen german french russian greek japanese chinese korean thai arabic table contacts lampQuestion lampProblem
  lampIdea lampArticle longQuery marta marco tagCalendar tagTable tagContacts productDesk productMail`
    .split(/\s+/)
    .map((name) => [name, newId()]),
) as Readonly<Record<string, string>> & { readonly theirs: string; readonly changing: string };

export const PEOPLE = { author: newId(), other: newId() };
export const PLACES = { attic: newId(), cellar: newId(), bright: newId() };

const DAY = new Date('2026-03-01T12:00:00Z');

/** A topic like any other but for what is given. */
export function topicOf(given: Partial<TopicDocument> & Pick<TopicDocument, 'id' | 'title'>): TopicDocument {
  return {
    kind: 'TOPIC',
    locale: 'en',
    body: 'Please help.',
    replies: [],
    topicKind: 'QUESTION',
    status: 'NONE',
    resolution: 'UNANSWERED',
    visibility: 'PUBLIC',
    authorId: PEOPLE.author,
    productIds: [],
    tagIds: [],
    meTooCount: 1,
    createdAt: DAY,
    lastActivityAt: DAY,
    ...given,
  };
}

function topic(name: string, title: string, given: Partial<TopicDocument> = {}): TopicDocument {
  return topicOf({ id: ids[name] ?? '', title, ...given });
}

function reply(rank: ReplyText['rank'], text: string): ReplyText {
  return { rank, byAsker: false, at: DAY, text };
}

function article(name: string, title: string, given: Partial<ArticleDocument>): ArticleDocument {
  const plain = { locale: 'en', summary: '', body: '', productIds: [], createdAt: DAY };
  return { kind: 'ARTICLE', id: ids[name] ?? '', title, ...plain, ...given };
}

/** About fifty words that say nothing in particular, to put between others. */
const FILLER = 'Then we went on and looked at the other thing for a while without any result at all. '.repeat(3);

/** What order, languages and walls are told by. */
export const DOCUMENTS: readonly SearchDocument[] = [
  topic('calendar', 'My calendar does not sync', { body: 'Since the update the calendar stays empty.' }),
  article('article', 'Choosing a passphrase', { summary: 'How to choose one.', body: 'A long passphrase is best.' }),
  topic('errorCode', 'It says 0x80070005 and stops'),
  topic('zebraAll', 'The zebra eats paper'),
  topic('zebraSome', 'How tall is a zebra?', { body: 'Just asking.' }),
  topic('nearWords', 'Camping at night', { body: `${FILLER} The lantern battery is flat. ${FILLER}` }),
  topic('farWords', 'Camping by day', { body: `The lantern hangs there. ${FILLER} ${FILLER} A battery is missing.` }),
  topic('umbrellaPlain', 'Where is the umbrella'),
  topic('umbrellaWanted', 'Where is the umbrella', { meTooCount: 40 }),
  topic('umbrellaSolved', 'Where is the umbrella', { resolution: 'SOLVED' }),
  topic('thunderbird', 'Thunderbird starts slowly', { body: 'It takes a minute.' }),
  topic('attachment', 'A large attachment is refused'),
  topic('widget', 'The widget is gone'),
  topic('midget', 'The midget is gone'),
  topic('resume', 'Résumé upload fails', { body: 'My résumé is a PDF.' }),
  topic('greenApple', 'A green apple fell down'),
  topic('appleGreen', 'The apple in the green basket'),
  topic('german', 'Kalendereintrag löschen', { locale: 'de', body: 'Die Kalendereinträge lassen sich nicht löschen.' }),
  topic('french', 'Message non envoyé', { locale: 'fr', body: 'Les messages restent dans la boîte de réception.' }),
  topic('russian', 'Не открываются вложения', { locale: 'ru', body: 'Вложения в письмах не открываются.' }),
  topic('greek', 'Το ημερολόγιο δεν ανοίγει', { locale: 'el' }),
  topic('japanese', 'カレンダーの予定が同期しません', { locale: 'ja', body: '更新後に表示されません。' }),
  topic('chinese', '日历无法同步', { locale: 'zh', body: '更新以后，邮箱里的日历同步失败了。' }),
  topic('korean', '캘린더 동기화가 안 됩니다', { locale: 'ko' }),
  topic('thai', 'ปฏิทินไม่ซิงค์', { locale: 'th' }),
  topic('arabic', 'التقويم لا يعمل', { locale: 'ar' }),
  topic('table', 'A worksheet with formulas'),
  topic('contacts', 'All my contacts are gone'),
  topic('secret', 'A secretive matter', { visibility: 'PRIVATE' }),
  topic('longQuery', 'The quokka broke the spectrometer'),
  ...Array.from({ length: 45 }, (_, i) =>
    topicOf({ id: newId(), title: `The parade of number ${i}`, meTooCount: i % 7 }),
  ),
];

/** What attributes, filters and facets are told by. */
export const CONVERSATIONS: readonly SearchDocument[] = [
  topic('quokkaTitle', 'A quokka on the roof'),
  topic('quokkaBody', 'An animal in the garden', { body: 'It may be a quokka.' }),
  topic('quokkaOfficial', 'An animal in the shed', { replies: [reply('OFFICIAL', 'That is a quokka.')] }),
  topic('quokkaSolving', 'An animal in the car', { replies: [reply('SOLVED', 'That is a quokka.')] }),
  topic('quokkaComment', 'An animal in the pool', { replies: [reply('COMMENT', 'That is a quokka.')] }),
  topic('lampQuestion', 'Which lamp is it?', {
    resolution: 'SOLVED',
    productIds: [PLACES.attic],
    tagIds: [PLACES.bright],
  }),
  topic('lampProblem', 'The lamp broke', {
    topicKind: 'PROBLEM',
    productIds: [PLACES.cellar],
    tagIds: [PLACES.bright],
  }),
  topic('lampIdea', 'A softer lamp', { topicKind: 'IDEA', status: 'PENDING', productIds: [PLACES.attic] }),
  article('lampArticle', 'Cleaning the lamp', { body: 'Switch it off.', productIds: [PLACES.attic] }),
];

function named(kind: NameDocument['kind'], name: string, names: string[], weight: number): NameDocument {
  return { kind, id: ids[name] ?? '', names, weight };
}

/** What names are completed from. */
export const NAMES: readonly NameDocument[] = [
  named('MEMBER', 'marta', ['Marta Gómez', 'marta-g'], 30),
  named('MEMBER', 'marco', ['Marco', 'polo'], 3),
  named('TAG', 'tagCalendar', ['calendar', 'agenda'], 12),
  named('TAG', 'tagTable', ['worksheet', 'spreadsheet'], 2),
  named('TAG', 'tagContacts', ['contacts', 'address book'], 2),
  named('PRODUCT', 'productDesk', ['Desk for two', 'desk-for-two'], 5),
  named('PRODUCT', 'productMail', ['Mail', 'mail'], 9),
];
