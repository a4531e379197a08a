import { LearnedRouting } from './routing/models/learned-routing.entity';

/** The tables of superfans and of routing. */
export const superfansEntities: (new () => object)[] = [LearnedRouting];
