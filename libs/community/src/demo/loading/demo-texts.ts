import { createHash } from 'node:crypto';
import type { MarkdownRenderer } from '../../content/markdown.renderer';
import { topicCode } from '../../topics/topic-code';
import type { DemoCommunity, DemoTopic } from '../demo-community.types';

/** How the texts of the story name another topic of it. */
const LINK = /(https:\/\/community\.halvora\.example\/t\/)([a-z0-9-]+)/g;

/** The texts of a demo community as they are stored: links lead to the topics' codes, and everything is rendered. */
export class DemoTexts {
  private constructor(
    private readonly codes: ReadonlyMap<string, string>,
    private readonly rendered: ReadonlyMap<string, string>,
  ) {}

  static async render(demo: DemoCommunity, renderer: MarkdownRenderer): Promise<DemoTexts> {
    const codes = new Map(demo.topics.map(({ key }) => [key, codeOf(key)]));
    const rendered = new Map<string, string>();
    const texts = new DemoTexts(codes, rendered);
    for (const text of textsOf(demo)) {
      const source = texts.source(text);
      rendered.set(source, (await renderer.render(source)).html);
    }
    return texts;
  }

  /** The public code of a topic: the same on every machine. */
  code(key: string): string {
    const code = this.codes.get(key);
    if (!code) throw new TypeError(`No topic of the demo community is called ${key}.`);
    return code;
  }

  /** The Markdown of a text. */
  source(text: string): string {
    return text.replace(LINK, (_, address: string, key: string) => `${address}${this.code(key)}`);
  }

  /** The HTML of a text. */
  html(text: string): string {
    return this.rendered.get(this.source(text)) ?? '';
  }
}

function codeOf(key: string): string {
  return topicCode(createHash('sha256').update(`topic ${key}`).digest());
}

function textsOf({ members, topics, articles }: DemoCommunity): string[] {
  const texts = [...members.map(({ bio }) => bio), ...topics.flatMap(postsOf), ...articles.map(({ body }) => body)];
  return texts.filter(Boolean);
}

function postsOf(topic: DemoTopic): string[] {
  const replies = [...topic.comments, ...topic.answers, ...topic.answers.flatMap(({ comments }) => comments)];
  const earlier = topic.changes.flatMap(({ was }) => (was.body === undefined ? [] : [was.body]));
  return [topic.body, ...earlier, ...replies.map(({ body }) => body)];
}
