import { communityEntities } from '@app/community';
import { databaseEntities } from '@app/database';
import { deflectionEntities } from '@app/deflection';
import { identityEntities } from '@app/identity';
import { interchangeEntities } from '@app/interchange';
import { searchEntities } from '@app/search';
import { similarityEntities } from '@app/similarity';

/** Every table of the product, for the processes that connect to it. */
export const allEntities = [
  ...databaseEntities,
  ...identityEntities,
  ...communityEntities,
  ...interchangeEntities,
  ...searchEntities,
  ...similarityEntities,
  ...deflectionEntities,
];
