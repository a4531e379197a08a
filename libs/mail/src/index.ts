export type { Mail } from './mail';
export { Mailer } from './mailer';
export { MailModule } from './mail.module';
