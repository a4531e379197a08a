import type { ArticleDocument } from '@app/search';
import type { ArticleExample, ThreadExample } from '../learning/example';
import { READ_WORDS } from '../learning/example';
import type { RememberedArticle, RememberedTopic } from '../serving/remembered';
import { beginningOf } from '../words/unicode-words';
import type { TopicText } from './threads.reader';

/** What others than the asker replied, as much of it as is read. */
function repliesTo({ replies }: TopicText): string[] {
  return replies.filter(({ byAsker }) => !byAsker).map(({ text }) => beginningOf(text, READ_WORDS.reply));
}

/** A topic as memory keeps it. */
export function rememberedTopic(topic: TopicText): RememberedTopic {
  const { id, title, body, open, resolution, createdAt, lastActivityAt } = topic;
  return {
    id,
    title,
    body,
    open,
    solved: resolution === 'SOLVED',
    at: createdAt.getTime(),
    lastActive: lastActivityAt.getTime(),
    replies: repliesTo(topic),
  };
}

/** An article as memory keeps it. */
export function rememberedArticle({ id, title, summary, body }: ArticleDocument): RememberedArticle {
  return { id, title: `${title} ${summary}`.trim(), text: body };
}

/** A topic as it is learned from. */
export function threadExample(topic: TopicText): ThreadExample {
  return {
    kind: 'thread',
    title: topic.title,
    body: beginningOf(topic.body, READ_WORDS.body),
    replies: repliesTo(topic),
  };
}

/** An article as it is learned from. */
export function articleExample({ title, summary, body }: ArticleDocument): ArticleExample {
  return { kind: 'article', title: `${title} ${summary}`.trim(), text: beginningOf(body, READ_WORDS.article) };
}
