import { registerEnumType } from '@nestjs/graphql';
import {
  FACES,
  MATCHES,
  POST_STATES,
  RESOLUTIONS,
  RESOLVERS,
  TOPIC_KINDS,
  TOPIC_ORDERS,
  TOPIC_STATUSES,
  TOPIC_VISIBILITIES,
} from '@app/community';
import { asEnum } from '../common/as-enum';

export const TopicKindEnum = asEnum(TOPIC_KINDS);
registerEnumType(TopicKindEnum, { name: 'TopicKind', description: 'The kinds of topics.' });

export const TopicStatusEnum = asEnum(TOPIC_STATUSES);
registerEnumType(TopicStatusEnum, {
  name: 'TopicStatus',
  description: "The state of the company's work on a topic, as machines name it; `statusLabel` says it for the kind.",
});

export const ResolutionEnum = asEnum(RESOLUTIONS);
registerEnumType(ResolutionEnum, {
  name: 'Resolution',
  description: 'Whether a topic is solved: derived from its answers and marks, never set by hand.',
  valuesMap: {
    UNANSWERED: { description: 'No answer by another member.' },
    ANSWERED: { description: 'Answered by another member; nobody has said that it is solved.' },
    SOLVED: { description: 'Solved; `resolvedBy` says who says so.' },
  },
});

export const ResolverEnum = asEnum(RESOLVERS);
registerEnumType(ResolverEnum, {
  name: 'ResolvedBy',
  description: 'Who says that a topic is solved.',
  valuesMap: {
    ASKER: { description: 'The asker marked an answer as the one that solved it.' },
    STAFF: { description: 'There is an official answer, or staff set the status to complete.' },
    READERS: { description: 'Enough trusted members starred one answer.' },
  },
});

export const FaceEnum = asEnum(FACES);
registerEnumType(FaceEnum, { name: 'Face', description: 'The face of a sentiment.' });

export const TopicVisibilityEnum = asEnum(TOPIC_VISIBILITIES);
registerEnumType(TopicVisibilityEnum, {
  name: 'TopicVisibility',
  description: 'Who sees a topic: everybody who sees the community, or its author and staff.',
});

export const PostStateEnum = asEnum(POST_STATES);
registerEnumType(PostStateEnum, {
  name: 'PostState',
  description: 'What keeps a post from being seen.',
  valuesMap: {
    VISIBLE: { description: 'Nothing.' },
    HELD: { description: 'It waits for approval: a first post.' },
    HIDDEN: { description: 'Enough trusted members flagged it; staff will decide.' },
    REMOVED: { description: 'Staff removed it.' },
    RETRACTED: { description: 'Its author took it back.' },
  },
});

export const TopicOrderEnum = asEnum(TOPIC_ORDERS);
registerEnumType(TopicOrderEnum, { name: 'TopicOrder', description: 'The orders of topic lists.' });

export const MatchEnum = asEnum(MATCHES);
registerEnumType(MatchEnum, { name: 'Match', description: 'Whether one of a list is enough, or all must fit.' });
