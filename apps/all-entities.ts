import { communityEntities } from '@app/community';
import { databaseEntities } from '@app/database';
import { deflectionEntities } from '@app/deflection';
import { identityEntities } from '@app/identity';
import { interchangeEntities } from '@app/interchange';
import { reputationEntities } from '@app/reputation';
import { searchEntities } from '@app/search';
import { similarityEntities } from '@app/similarity';
import { superfansEntities } from '@app/superfans';

/** Every table of the product, for the processes that connect to it. */
export const allEntities = [
  ...databaseEntities,
  ...identityEntities,
  ...communityEntities,
  ...interchangeEntities,
  ...searchEntities,
  ...similarityEntities,
  ...deflectionEntities,
  ...reputationEntities,
  ...superfansEntities,
];
