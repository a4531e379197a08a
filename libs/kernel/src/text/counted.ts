/** How many of something, in English: "1 day", "1,200 questions", "2 people" (`counted(2, 'person', 'people')`). */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
