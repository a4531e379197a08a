/** The document of a mutation whose one argument is an input; it has the mutation's name unless told. */
export function mutation(name: string, fields = '__typename', input?: string): string {
  const type = input ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
}
