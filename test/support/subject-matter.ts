import { newId } from '@app/kernel';
import type { TestCommunity } from './founder';
import { SearchIndex } from './search-index';
import type { TestApp } from './test-app';

/** What people ask about here: the words of each subject belong together, and nothing else tells them apart. */
export const SUBJECTS = [
  ['calendar', 'event', 'invitation', 'reminder', 'appointment', 'recurring'],
  ['printer', 'paper', 'spooler', 'toner', 'duplex', 'margins'],
  ['password', 'oauth', 'login', 'token', 'authenticate', 'credentials'],
  ['folder', 'inbox', 'compact', 'mailbox', 'subfolder', 'archive'],
  ['attachment', 'download', 'pdf', 'preview', 'zip', 'oversized'],
  ['contact', 'addressbook', 'vcard', 'nickname', 'mailinglist', 'birthday'],
  ['font', 'size', 'zoom', 'bold', 'typeface', 'readable'],
  ['spam', 'filter', 'junk', 'phishing', 'blocklist', 'sender'],
  ['language', 'dictionary', 'spelling', 'translate', 'grammar', 'locale'],
  ['signature', 'footer', 'logo', 'template', 'greeting', 'closing'],
  ['encryption', 'certificate', 'keyring', 'openpgp', 'decrypt', 'smime'],
  ['notification', 'sound', 'popup', 'badge', 'alert', 'silent'],
] as const;

const HOUR = 3_600_000;

/** A community with many topics, each about one subject, and articles that repliers link: written by SQL, because there are many. */
export class SubjectMatter {
  readonly index: SearchIndex;
  /** By subject: the key of its article. */
  readonly articles: string[] = [];
  /** By subject: the keys of its topics, oldest first. */
  readonly topics: string[][] = SUBJECTS.map(() => []);
  private asker = '';
  private helper = '';
  private asked = 0;

  constructor(
    readonly house: TestApp,
    readonly community: TestCommunity,
  ) {
    this.index = new SearchIndex(house, community);
  }

  /** People and articles. */
  async begin(): Promise<void> {
    [this.asker, this.helper] = [newId(), newId()];
    for (const [n, id] of [this.asker, this.helper].entries()) {
      await this.rows(
        `INSERT INTO members (community_id, id, handle, display_name, role) VALUES ($1, $2, $3, $3, 'CUSTOMER')`,
        [id, `person-${n}`],
      );
    }
    for (const words of SUBJECTS) {
      const id = newId();
      this.articles.push(id);
      const text = `${words.slice(2).join(' ')} explained step by step`;
      await this.rows(
        `INSERT INTO articles (community_id, id, slug, title, body, body_html, locale)
         VALUES ($1, $2, $3, $4, $5, $5, 'en')`,
        [id, words[0], `About ${words[0]} ${words[1]}`, text],
      );
    }
  }

  /** Asks so many topics round the subjects, an hour apart up to `until`; every third is answered with a link to the article. */
  async ask(count: number, until = Date.now()): Promise<void> {
    const [topics, answers]: [object[], object[]] = [[], []];
    for (let n = 0; n < count; n++) {
      const number = this.asked++;
      const subject = number % SUBJECTS.length;
      const at = new Date(until - (count - n) * HOUR).toISOString();
      const id = newId();
      this.topics[subject]!.push(id);
      topics.push({
        id,
        code: `t${number}`,
        title: textOf(subject, number, 3),
        body: textOf(subject, number + 7, 9),
        at,
      });
      const link =
        Math.floor(number / SUBJECTS.length) % 3 === 0
          ? ` <a href="/c/${this.community.slug}/articles/${SUBJECTS[subject]![0]}">this</a>`
          : '';
      answers.push({ id: newId(), topic_id: id, html: `<p>try ${textOf(subject, number + 3, 8)}${link}</p>`, at });
    }
    await this.rows(
      `INSERT INTO topics (community_id, id, code, slug, kind, title, body, body_html, author_id, author_role, locale,
         resolution, answer_count, reply_count, unanswered, last_activity_at, created_at)
       SELECT $1, x.id, x.code, 's', 'QUESTION', x.title, x.body, x.body, $3, 'CUSTOMER', 'en', 'ANSWERED', 1, 1, false, x.at, x.at
       FROM jsonb_to_recordset($2) AS x (id uuid, code text, title text, body text, at timestamptz)`,
      [JSON.stringify(topics), this.asker],
    );
    await this.rows(
      `INSERT INTO answers (community_id, id, topic_id, author_id, author_role, body, body_html, created_at)
       SELECT $1, x.id, x.topic_id, $3, 'CUSTOMER', x.html, x.html, x.at
       FROM jsonb_to_recordset($2) AS x (id uuid, topic_id uuid, html text, at timestamptz)`,
      [JSON.stringify(answers), this.helper],
    );
  }

  /** Statements in the community, whose key is their first parameter. */
  rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const all = /\$1\b/.test(text) ? [this.community.key, ...values] : values;
    return this.house.founder.sql<Row>(this.community.key, text, all);
  }
}

/** Words of a subject, the same for the same number, with a few that every subject has. */
export function textOf(subject: number, number: number, count: number): string {
  const words = SUBJECTS[subject]!;
  const filler = ['please', 'help', 'since', 'update', 'cannot', 'anymore'];
  return Array.from({ length: count }, (_, n) =>
    n % 3 === 2 ? filler[(number + n) % filler.length] : words[(number * 5 + n * 7 + (number >> 3)) % words.length],
  ).join(' ');
}
