import { isListedForAll } from '../../topics/topic-visibility';
import { DemoArticles } from './demo-articles';
import { DemoFollows } from './demo-follows';
import { DemoPeopleScenes } from './demo-people-scenes';
import type { DemoRows } from './demo-rows';
import { scenesOf } from './demo-scene';
import type { DemoStage } from './demo-stage';
import { DemoTopicScenes } from './demo-topic-scenes';
import { DemoViews } from './demo-views';

/**
 * Plays everything that happened in a demo community in the order of time, as the services of a community would have
 * written it: what comes of it are its rows.
 */
export function playDemoStory(stage: DemoStage, passwordHash: string): DemoRows {
  const { demo } = stage.cast;
  const follows = new DemoFollows(stage);
  const people = new DemoPeopleScenes(stage, follows, passwordHash);
  const topics = new DemoTopicScenes(stage, follows);
  const articles = new DemoArticles(stage);
  const views = new DemoViews(stage);
  const scenes = [
    ...people.scenes(),
    ...demo.topics.flatMap((topic) => topics.scenes(topic)),
    ...demo.articles.flatMap((article) => articles.scenes(article)),
    ...scenesOf(
      views.moments().map((at) => ({ at })),
      ({ at }) => views.tell(at),
    ),
  ];
  for (const scene of scenes.toSorted((a, b) => a.at - b.at)) scene.play();
  countTopicsOfTags(stage.rows);
  return stage.rows;
}

/** A tag counts the topics that stand in everybody's lists in the end. */
function countTopicsOfTags({ topics, tags, topicTags }: DemoRows): void {
  for (const { tagId, topicId } of topicTags) {
    const topic = topics.get(topicId);
    const tag = tags.get(tagId);
    if (tag && topic && isListedForAll(topic)) tag.topicCount += 1;
  }
}
