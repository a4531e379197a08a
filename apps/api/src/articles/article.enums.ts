import { registerEnumType } from '@nestjs/graphql';
import { ARTICLE_STATES, STILL_RIGHT } from '@app/community';
import { asEnum } from '../common/as-enum';

export const ArticleStateEnum = asEnum(ARTICLE_STATES);
registerEnumType(ArticleStateEnum, {
  name: 'ArticleState',
  description: 'Whether readers see an article.',
  valuesMap: {
    DRAFT: { description: 'Staff see it: it is being written, or was withdrawn.' },
    PUBLISHED: { description: 'Everybody who sees the community sees it.' },
  },
});

export const StillRightEnum = asEnum(STILL_RIGHT);
registerEnumType(StillRightEnum, {
  name: 'StillRight',
  description: 'What a reader says to whether an article is still right.',
  valuesMap: {
    YES: { description: 'It is.' },
    NO: { description: 'It is not right any more: somebody should look at it.' },
  },
});
