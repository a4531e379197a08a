import type { Mail } from './mail';

/** The way out for mails: a server, or a folder where there is none. */
export abstract class Mailer {
  /** Done when the mail has been taken over; throws where it was not, and may then be called again. */
  abstract send(mail: Mail): Promise<void>;
}
