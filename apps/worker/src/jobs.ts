import type { Type } from '@nestjs/common';
import type { Job } from './job';
import { RecogniseEmployeeJob } from './jobs/recognise-employee.job';
import { SendMailJob } from './jobs/send-mail.job';
import { TidyIdentityJob } from './jobs/tidy-identity.job';
import { WriteTopicViewsJob } from './jobs/write-topic-views.job';

/** Every job that the worker knows. */
export const jobs: Type<Job<never>>[] = [RecogniseEmployeeJob, SendMailJob, TidyIdentityJob, WriteTopicViewsJob];
