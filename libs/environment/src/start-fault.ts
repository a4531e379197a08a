/**
 * A reason not to start that the person at the keyboard can remove. Its message is complete:
 * what is wrong and what to do, one line for each fault, without a stack.
 */
export class StartFault extends Error {
  constructor(...lines: string[]) {
    super(lines.join('\n'));
    this.name = 'StartFault';
  }
}
