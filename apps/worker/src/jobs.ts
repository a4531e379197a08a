import type { Type } from '@nestjs/common';
import type { Job } from './job';
import { RecogniseEmployeeJob } from './jobs/recognise-employee.job';
import { RemoveDataExportJob } from './jobs/remove-data-export.job';
import { SendMailJob } from './jobs/send-mail.job';
import { TidyIdentityJob } from './jobs/tidy-identity.job';
import { TidySearchesJob } from './jobs/tidy-searches.job';
import { WriteDataExportJob } from './jobs/write-data-export.job';
import { WriteSearchesJob } from './jobs/write-searches.job';
import { WriteTopicViewsJob } from './jobs/write-topic-views.job';

/** Every job that the worker knows. */
export const jobs: Type<Job<never>>[] = [
  RecogniseEmployeeJob,
  RemoveDataExportJob,
  SendMailJob,
  TidyIdentityJob,
  TidySearchesJob,
  WriteDataExportJob,
  WriteSearchesJob,
  WriteTopicViewsJob,
];
