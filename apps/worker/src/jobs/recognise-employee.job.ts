import { Injectable } from '@nestjs/common';
import { EmployeeRecognitionService } from '@app/community';
import { EMAIL_VERIFIED_TASK } from '@app/identity';
import type { Job } from '../job';

/** Once an address is verified: makes its user EMPLOYEE of the company that it is of. */
@Injectable()
export class RecogniseEmployeeJob implements Job<{ readonly userId: string }> {
  readonly task = EMAIL_VERIFIED_TASK;

  constructor(private readonly recognition: EmployeeRecognitionService) {}

  async run({ userId }: { readonly userId: string }): Promise<void> {
    await this.recognition.recognise(userId);
  }
}
