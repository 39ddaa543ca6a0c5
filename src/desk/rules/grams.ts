/**
 * The pairs of neighbouring letters in a text, each as a number of 32 bits, once: whatever stands in a text, its pairs stand there
 * too. Pairs, because Chinese words are as short as two letters. Two pairs may have one number: who looks compares the text again.
 */
export function gramsOf(text: string): readonly number[] {
  const letters = text.toLowerCase();
  const found = new Set<number>();
  for (let at = 1; at < letters.length; at += 1) found.add(gramOf(letters.charCodeAt(at - 1), letters.charCodeAt(at)));
  return [...found];
}

function gramOf(first: number, second: number): number {
  return (first << 16) | second;
}
