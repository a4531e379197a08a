import { rowsOf, type Row } from './dump.ts';

/** A person of the source: by account, or by the name that a deleted account left behind. */
export interface Person {
  readonly key: string;
  readonly name: string;
}

export interface Post {
  readonly id: string;
  readonly author: string;
  readonly html: string;
}

export interface Question extends Post {
  readonly title: string;
  readonly tags: readonly string[];
  readonly acceptedId: string | null;
}

export interface Reply extends Post {
  /** The question of an answer; the question or answer of a comment. */
  readonly parentId: string;
}

/** A whole conversation, oldest first. Only people who wrote something are in it. */
export interface Conversation {
  readonly people: readonly Person[];
  readonly questions: readonly Question[];
  readonly answers: readonly Reply[];
  /** Comments are plain text with a little Markdown. */
  readonly comments: readonly Reply[];
}

const QUESTION = '1';
const ANSWER = '2';

function authorOf({ OwnerUserId, OwnerDisplayName, UserId, UserDisplayName, Id }: Row): string {
  const account = OwnerUserId ?? UserId;
  if (account) return `user-${account}`;
  const name = OwnerDisplayName ?? UserDisplayName;
  return name ? `left-${Buffer.from(name).toString('hex').slice(0, 20)}` : `unknown-${Id}`;
}

/** Reads the dump. */
export async function readConversation(folder: string): Promise<Conversation> {
  const questions: Question[] = [];
  const answers: Reply[] = [];
  const comments: Reply[] = [];
  for await (const row of rowsOf(folder, 'Posts')) {
    const post = { id: row['Id'] ?? '', author: authorOf(row), html: row['Body'] ?? '' };
    if (row['PostTypeId'] === QUESTION) {
      const tags = [...(row['Tags'] ?? '').matchAll(/<([^>]+)>/g)].map((match) => match[1] ?? '');
      questions.push({ ...post, title: row['Title'] ?? '', tags, acceptedId: row['AcceptedAnswerId'] ?? null });
    } else if (row['PostTypeId'] === ANSWER) {
      answers.push({ ...post, parentId: row['ParentId'] ?? '' });
    }
  }
  const known = new Set([...questions, ...answers].map(({ id }) => id));
  for await (const row of rowsOf(folder, 'Comments')) {
    const parentId = row['PostId'] ?? '';
    if (known.has(parentId))
      comments.push({ id: row['Id'] ?? '', author: authorOf(row), html: row['Text'] ?? '', parentId });
  }
  const writers = new Set([...questions, ...answers, ...comments].map(({ author }) => author));
  return { people: await peopleOf(folder, writers), questions, answers, comments };
}

async function peopleOf(folder: string, writers: ReadonlySet<string>): Promise<Person[]> {
  const names = new Map<string, string>();
  for await (const row of rowsOf(folder, 'Users')) names.set(`user-${row['Id']}`, row['DisplayName'] ?? '');
  return [...writers].map((key) => ({ key, name: names.get(key)?.trim() || 'Former member' }));
}
