import { Recognition } from './recognition/recognition.entity';

/** The tables of superfans and of routing. */
export const superfansEntities: (new () => object)[] = [Recognition];
