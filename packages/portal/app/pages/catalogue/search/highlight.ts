/** A piece of a text; hits are what somebody looked for. */
interface Piece {
  text: string;
  isHit: boolean;
}

/** Cuts a text at all places where one of the words stands; together the pieces are the text. Width and case do not matter. */
export function highlight(text: string, words: readonly string[]): Piece[] {
  const folded = fold(text);
  const isHit = new Uint8Array(text.length);
  for (const word of words.map(fold)) {
    if (word === '') continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      isHit.fill(1, at, at + word.length);
    }
  }
  const pieces: Piece[] = [];
  for (let start = 0, end = 1; start < text.length; end++) {
    if (end < text.length && isHit[end] === isHit[start]) continue;
    pieces.push({ text: text.slice(start, end), isHit: isHit[start] === 1 });
    start = end;
  }
  return pieces;
}

/** Keeps the length, so that places in the folded text are places in the text. */
function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text[i]!;
    const lower = half.toLowerCase();
    folded += lower.length === 1 ? lower : half;
  }
  return folded;
}
