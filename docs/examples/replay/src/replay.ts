import type { Client } from './client.ts';
import type { Conversation, Person, Question, Reply } from './conversation.ts';
import { ANSWER, ASK, COMMENT, CREATE_MEMBER, MARK_SOLVED } from './documents.ts';
import { inParallel } from './in-parallel.ts';
import type { Journal } from './journal.ts';
import { markdownOf } from './text.ts';

/** Says a conversation again, each word in the name of who said it. What is there already is left as it is. */
export class Replay {
  private readonly client: Client;
  private readonly journal: Journal;
  private readonly communityId: string;
  private readonly parallel: number;

  constructor(client: Client, journal: Journal, communityId: string, parallel: number) {
    this.client = client;
    this.journal = journal;
    this.communityId = communityId;
    this.parallel = parallel;
  }

  async run({ people, questions, answers, comments }: Conversation): Promise<void> {
    await this.each('members', people, (person) => this.join(person));
    await this.each('questions', questions, (question) => this.ask(question));
    await this.each('answers', answers, (answer) => this.answer(answer));
    const asked = new Set(questions.map(({ id }) => id));
    await this.each('comments', comments, (comment) => this.comment(comment, asked));
    const answerIds = new Set(answers.map(({ id }) => id));
    const accepted = questions.filter(({ acceptedId }) => acceptedId && answerIds.has(acceptedId));
    await this.each('solved marks', accepted, (question) => this.solve(question));
  }

  private async each<Item>(what: string, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
    const started = Date.now();
    await inParallel(items, this.parallel, work);
    const seconds = (Date.now() - started) / 1000;
    console.log(`${items.length} ${what} in ${seconds.toFixed(1)} s`);
  }

  private async join({ key, name }: Person): Promise<void> {
    await this.journal.once(key, async () => {
      const input = {
        communityId: this.communityId,
        handle: key,
        displayName: [...name].slice(0, 60).join(''),
        idempotencyKey: `replay-${key}`,
      };
      return (await this.client.send(CREATE_MEMBER, { input })).createMember.id;
    });
  }

  private async ask({ id, author, title, html, tags }: Question): Promise<void> {
    const input = {
      communityId: this.communityId,
      idempotencyKey: `replay-post-${id}`,
      title,
      body: markdownOf(html),
      tags: [...tags],
    };
    await this.journal.once(
      `post-${id}`,
      async () => (await this.client.send(ASK, { input }, this.journal.idOf(author))).ask.id,
    );
  }

  private async answer({ id, author, parentId, html }: Reply): Promise<void> {
    const input = {
      topicId: this.journal.idOf(`post-${parentId}`),
      idempotencyKey: `replay-post-${id}`,
      body: markdownOf(html),
    };
    await this.journal.once(
      `post-${id}`,
      async () => (await this.client.send(ANSWER, { input }, this.journal.idOf(author))).answer.id,
    );
  }

  private async comment({ id, author, parentId, html }: Reply, questions: ReadonlySet<string>): Promise<void> {
    const on = this.journal.idOf(`post-${parentId}`);
    const place = questions.has(parentId) ? { topicId: on } : { answerId: on };
    const input = { ...place, idempotencyKey: `replay-comment-${id}`, body: html };
    await this.journal.once(
      `comment-${id}`,
      async () => (await this.client.send(COMMENT, { input }, this.journal.idOf(author))).comment.id,
    );
  }

  private async solve({ id, author, acceptedId }: Question): Promise<void> {
    const input = { answerId: this.journal.idOf(`post-${acceptedId}`) };
    await this.journal.once(
      `solved-${id}`,
      async () => (await this.client.send(MARK_SOLVED, { input }, this.journal.idOf(author))).markSolved.id,
    );
  }
}
