import type { Type } from '@nestjs/common';
import type { Job } from './job';
import { WriteTopicViewsJob } from './jobs/write-topic-views.job';

/** Every job that the worker knows. */
export const jobs: Type<Job<never>>[] = [WriteTopicViewsJob];
